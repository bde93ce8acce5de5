package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The album in a real PostgreSQL.
class PostgresTest {
    private static final Size SIZE = new Size(80, 60);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void keepsAnAlbumAndGoesOnAfterACrash() throws IOException {
        Path data = folder.resolve("data");
        Added first;
        Added second;
        try (RunningServer server = new RunningServer(data, Postgres.arguments(postgres))) {
            first = server.add(OldPhotos.write(folder.resolve("first.png"), SIZE, Depth.BITS_8, 1));
            second = server.add(OldPhotos.write(folder.resolve("second.png"), SIZE, Depth.BITS_8, 2));
            assertEquals(200, server.upload(folder.resolve("first.png")).statusCode());
            String page = new String(server.get("").body(), StandardCharsets.UTF_8);
            assertTrue(page.contains("first.png") && page.contains("second.png"), page);
            assertEquals(200, server.get("photos/" + first.photo()).statusCode());
            assertEquals(
                    "first.png",
                    RunningServer.json(server.get("api/photos?after=" + second.photo()))
                            .get(0)
                            .get("name")
                            .asString());
            String refusal = refusal(Postgres.arguments(postgres));
            assertTrue(refusal.startsWith("tintype: another Tintype uses this database"), refusal);
            server.bean(JdbcClient.class)
                    .sql("update restoration set state = 'RUNNING' where photo = ?::uuid")
                    .param(second.photo())
                    .update();
        }
        Files.delete(data.resolve("restored").resolve(second.restoration() + ".tif"));
        try (RunningServer server = new RunningServer(data, Postgres.arguments(postgres))) {
            assertEquals("DONE", server.end(second.restoration()));
            assertEquals(
                    204,
                    server.send(server.request("api/photos/" + first.photo()).DELETE())
                            .statusCode());
            assertEquals(404, server.get("api/photos/" + first.photo()).statusCode());
            assertEquals(1, RunningServer.json(server.get("api/photos")).size());
        }
        assertFalse(Files.exists(data.resolve("tintype.mv.db")), "nothing may be in another database");
    }

    @Test
    void saysWhyADatabaseCannotBeUsed() {
        String said = refusal("--tintype.db-url=jdbc:postgresql://127.0.0.1:1/album?password=secret");
        assertTrue(said.startsWith("tintype: the database cannot be used: Connection to 127.0.0.1:1"), said);
        assertFalse(said.contains("secret"), said);
    }

    /// What a server says that does not start, in a folder of its own.
    private static String refusal(String... database) {
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--tintype.data=" + folder.resolve("other")));
        arguments.addAll(List.of(database));
        int code = new Server()
                .run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments.toArray(String[]::new));
        assertEquals(1, code);
        return err.toString();
    }
}
