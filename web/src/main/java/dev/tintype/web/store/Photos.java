package dev.tintype.web.store;

import dev.tintype.photo.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The photos of the album, in the database.
@Repository
public class Photos {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Photos(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(StoredPhoto photo) {
        jdbc.sql("insert into photo (id, added, sha256, name, bytes, width, height) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        photo.id(),
                        photo.added(),
                        photo.sha256(),
                        photo.name(),
                        photo.bytes(),
                        photo.size().width(),
                        photo.size().height())
                .update();
    }

    public Optional<StoredPhoto> find(UUID id) {
        return jdbc.sql("select * from photo where id = ?")
                .param(id)
                .query(this::photo)
                .optional();
    }

    /// The one of an identifier.
    ///
    /// @throws NotThereException where there is none
    public StoredPhoto require(UUID id) {
        return find(id).orElseThrow(() -> new NotThereException("photo", id));
    }

    public Optional<StoredPhoto> findBySha256(String sha256) {
        return jdbc.sql("select * from photo where sha256 = ?")
                .param(sha256)
                .query(this::photo)
                .optional();
    }

    /// The newest photos, or those that come after one in that order.
    public List<StoredPhoto> page(Optional<StoredPhoto> after, int most) {
        if (after.isEmpty()) {
            return jdbc.sql("select * from photo order by added desc, id desc limit ?")
                    .param(most)
                    .query(this::photo)
                    .list();
        }
        return jdbc.sql("""
                        select * from photo where added < :added or (added = :added and id < :id)
                        order by added desc, id desc limit :most
                        """)
                .param("added", after.get().added())
                .param("id", after.get().id())
                .param("most", most)
                .query(this::photo)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from photo").query(Long.class).single();
    }

    public void diagnosed(UUID id, StoredDiagnosis diagnosis) {
        jdbc.sql("update photo set diagnosis = ? where id = ?")
                .params(json.writeValueAsString(diagnosis), id)
                .update();
    }

    /// The faces of a photo, from left to right, if they were looked for.
    public Optional<List<StoredFace>> faces(UUID id) {
        return jdbc.sql("select found from faces where photo = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(text -> Arrays.asList(json.readValue(text, StoredFace[].class)));
    }

    public void foundFaces(UUID id, List<StoredFace> faces) {
        jdbc.sql("delete from faces where photo = ?").param(id).update();
        jdbc.sql("insert into faces (photo, found) values (?, ?)")
                .params(id, json.writeValueAsString(faces))
                .update();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from photo where id = ?").param(id).update();
    }

    private StoredPhoto photo(ResultSet row, int number) throws SQLException {
        return new StoredPhoto(
                row.getObject("id", UUID.class),
                row.getObject("added", OffsetDateTime.class),
                row.getString("sha256"),
                row.getString("name"),
                row.getLong("bytes"),
                new Size(row.getInt("width"), row.getInt("height")),
                Optional.ofNullable(row.getString("diagnosis"))
                        .map(text -> json.readValue(text, StoredDiagnosis.class)));
    }
}
