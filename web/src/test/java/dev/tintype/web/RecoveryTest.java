package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was accepted is done, also when the program was torn away in the middle.
class RecoveryTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void goesOnWithWhatWasBrokenOff() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path photo = OldPhotos.write(folder.resolve("old.png"), new Size(96, 64), Depth.BITS_8, 1);
        Added added;
        try (RunningServer server = new RunningServer(data)) {
            added = server.add(photo);
            JdbcClient jdbc = server.bean(JdbcClient.class);
            while (tasks(jdbc) > 0) { // the scheduler forgets a task a little after it is done
                Thread.sleep(20);
            }
            // as a crash leaves it: picked by a scheduler that is gone, and nothing written
            jdbc.sql("update restoration set state = 'RUNNING'").update();
            jdbc.sql("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                        last_heartbeat, version) values ('restore', ?, now(), true, 'gone', now(), 1)
                    """).param(added.restoration()).update();
        }
        Path result = data.resolve("restored").resolve(added.restoration() + ".tif");
        Files.delete(result);
        try (RunningServer server = new RunningServer(data)) {
            assertEquals("DONE", server.end(added.restoration()));
            assertEquals(
                    1,
                    server.bean(JdbcClient.class)
                            .sql("select count(*) from restoration where state = 'DONE'")
                            .query(Integer.class)
                            .single());
            assertEquals(
                    200,
                    server.get("api/restorations/%s/photo".formatted(added.restoration()))
                            .statusCode());
        }
    }

    private static int tasks(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();
    }
}
