package dev.tintype.web.retouch;

import dev.tintype.web.store.NotThereException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What was done by hand, in the database.
@Repository
public class Steps {
    private static final int MOST = 10_000; // of a photo

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Steps(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Those of a photo, the first first, also those that were taken back.
    public List<StoredStep> of(UUID photo) {
        return jdbc.sql("select * from retouch_step where photo = ? order by place")
                .param(photo)
                .query(this::step)
                .list();
    }

    /// Adds one at the end; what was taken back is forgotten.
    ///
    /// @return the forgotten ones
    /// @throws IllegalArgumentException where there are too many
    @Transactional
    public List<UUID> add(UUID photo, UUID id, Edit edit) {
        lock(photo);
        List<UUID> undone = jdbc.sql("select id from retouch_step where photo = ? and undone")
                .param(photo)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        jdbc.sql("delete from retouch_step where photo = ? and undone")
                .param(photo)
                .update();
        int last = jdbc.sql("select coalesce(max(place), 0) from retouch_step where photo = ?")
                .param(photo)
                .query(Integer.class)
                .single();
        if (last >= MOST) {
            throw new IllegalArgumentException("a photo may have %d steps, no more".formatted(MOST));
        }
        jdbc.sql("insert into retouch_step (id, photo, place, active, undone, edit) values (?, ?, ?, true, false, ?)")
                .params(id, photo, last + 1, json.writerFor(Edit.class).writeValueAsString(edit))
                .update();
        return undone;
    }

    /// Takes the last one back, if there is one.
    @Transactional
    public void undo(UUID photo) {
        lock(photo);
        jdbc.sql("""
                        update retouch_step set undone = true where photo = :photo and place =
                        (select max(place) from retouch_step where photo = :photo and not undone)
                        """).param("photo", photo).update();
    }

    /// Brings back the one that was taken back last, if there is one.
    @Transactional
    public void redo(UUID photo) {
        lock(photo);
        jdbc.sql("""
                        update retouch_step set undone = false where photo = :photo and place =
                        (select min(place) from retouch_step where photo = :photo and undone)
                        """).param("photo", photo).update();
    }

    /// Switches one on or off.
    ///
    /// @throws NotThereException where the photo has no such step
    public void turn(UUID photo, UUID step, boolean on) {
        int changed = jdbc.sql("update retouch_step set active = ? where photo = ? and id = ?")
                .params(on, photo, step)
                .update();
        if (changed == 0) {
            throw new NotThereException("photo %s has no step %s".formatted(photo, step));
        }
    }

    /// Forgets all.
    public void clear(UUID photo) {
        jdbc.sql("delete from retouch_step where photo = ?").param(photo).update();
    }

    /// The restoration on which steps are done; the original where there is none.
    public Optional<UUID> base(UUID photo) {
        return jdbc.sql("select base from retouching where photo = ? and base is not null")
                .param(photo)
                .query(UUID.class)
                .optional();
    }

    @Transactional
    public void base(UUID photo, Optional<UUID> restoration) {
        lock(photo);
        jdbc.sql("update retouching set base = ? where photo = ?")
                .params(Arrays.asList(restoration.orElse(null), photo))
                .update();
    }

    /// What the steps made when they were last carried out.
    public List<Patch> patches(UUID photo) {
        return jdbc.sql("select patches from retouching where photo = ?")
                .param(photo)
                .query(String.class)
                .optional()
                .map(text -> Arrays.asList(json.readValue(text, Patch[].class)))
                .orElse(List.of());
    }

    public void patches(UUID photo, List<Patch> patches) {
        jdbc.sql("update retouching set patches = ? where photo = ?")
                .params(json.writeValueAsString(patches), photo)
                .update();
    }

    /// One change of a photo's steps at a time.
    private void lock(UUID photo) {
        if (locked(photo) == 0) {
            jdbc.sql("""
                            insert into retouching (photo, patches) select id, '[]' from photo
                            where id = :photo and not exists (select 1 from retouching where photo = :photo)
                            """).param("photo", photo).update();
            locked(photo);
        }
    }

    private int locked(UUID photo) {
        return jdbc.sql("update retouching set patches = patches where photo = ?")
                .param(photo)
                .update();
    }

    private StoredStep step(ResultSet row, int number) throws SQLException {
        return new StoredStep(
                row.getObject("id", UUID.class),
                row.getBoolean("active"),
                row.getBoolean("undone"),
                json.readValue(row.getString("edit"), Edit.class));
    }
}
