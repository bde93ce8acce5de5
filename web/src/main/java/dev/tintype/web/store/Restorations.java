package dev.tintype.web.store;

import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.plan.Preset;
import dev.tintype.web.store.StoredRestoration.Done;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The restorations of photos, in the database.
@Repository
public class Restorations {
    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Restorations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild() // what an older version noted down lacks what is new
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /// Notes down a restoration that is waiting.
    public void add(UUID id, UUID photo, Preset preset, Optional<Plan> plan, double strength) {
        jdbc.sql("""
                        insert into restoration (id, photo, asked, preset, plan, strength, state, message, seconds)
                        values (?, ?, ?, ?, ?, ?, ?, '', 0)
                        """)
                .param(id)
                .param(photo)
                .param(OffsetDateTime.now(ZoneOffset.UTC))
                .param(preset.name())
                .param(plan.map(PlanFile::text).orElse(null))
                .param(strength)
                .param(State.WAITING.name())
                .update();
    }

    /// Notes down a restoration by one method that is waiting.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException where the photo has one by this method
    public void add(UUID id, UUID photo, String method) {
        jdbc.sql("""
                        insert into restoration (id, photo, asked, preset, strength, state, message, seconds, method)
                        values (?, ?, ?, ?, 1, ?, '', 0, ?)
                        """)
                .params(
                        id,
                        photo,
                        OffsetDateTime.now(ZoneOffset.UTC),
                        Preset.FAMILY.name(),
                        State.WAITING.name(),
                        method)
                .update();
    }

    public Optional<StoredRestoration> find(UUID id) {
        return jdbc.sql("select * from restoration where id = ?")
                .param(id)
                .query(this::restoration)
                .optional();
    }

    /// The one of an identifier.
    ///
    /// @throws NotThereException where there is none
    public StoredRestoration require(UUID id) {
        return find(id).orElseThrow(() -> new NotThereException("restoration", id));
    }

    /// By which one method a restoration is, if it is to be compared with others.
    public Optional<String> method(UUID id) {
        return jdbc.sql("select method from restoration where id = ? and method is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /// Those of a photo that are to be compared, by their methods.
    public Map<String, StoredRestoration> byMethod(UUID photo) {
        Map<String, StoredRestoration> made = new HashMap<>();
        jdbc.sql("select * from restoration where photo = ? and method is not null")
                .param(photo)
                .query((row, number) -> made.put(row.getString("method"), restoration(row, number)))
                .list();
        return made;
    }

    /// All of a photo.
    public List<StoredRestoration> all(UUID photo) {
        return jdbc.sql("select * from restoration where photo = ?")
                .param(photo)
                .query(this::restoration)
                .list();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from restoration where id = ?").param(id).update();
    }

    /// The versions of a photo, the newest first; not those by one method.
    public List<StoredRestoration> of(UUID photo) {
        return jdbc.sql("select * from restoration where photo = ? and method is null order by asked desc, id desc")
                .param(photo)
                .query(this::restoration)
                .list();
    }

    /// The newest version of a photo.
    public Optional<StoredRestoration> newest(UUID photo) {
        return jdbc.sql("""
                        select * from restoration where photo = ? and method is null
                        order by asked desc, id desc limit 1
                        """).param(photo).query(this::restoration).optional();
    }

    /// How many wait or run.
    public int open() {
        return jdbc.sql("select count(*) from restoration where state in ('WAITING', 'RUNNING')")
                .query(Integer.class)
                .single();
    }

    /// Seconds for a megapixel, by the newest restorations that ran from their beginning; 0 where there are none.
    public double pace() {
        return jdbc.sql("""
                        select coalesce(sum(seconds) / sum(pixels), 0) from (
                            select r.seconds as seconds, p.width / 1e6 * p.height as pixels
                            from restoration r join photo p on p.id = r.photo
                            where r.state = 'DONE' and r.method is null and not r.resumed
                            order by r.asked desc limit 20) newest
                        """).query(Double.class).single();
    }

    /// Goes from one of some states to another.
    ///
    /// @return whether it was in one of them
    public boolean move(UUID id, List<State> from, State to) {
        return jdbc.sql("update restoration set state = :to where id = :id and state in (:from)")
                        .param("to", to.name())
                        .param("id", id)
                        .param("from", from.stream().map(State::name).toList())
                        .update()
                > 0;
    }

    public void planned(UUID id, Plan plan) {
        jdbc.sql("update restoration set plan = ? where id = ?")
                .params(PlanFile.text(plan), id)
                .update();
    }

    public void strength(UUID id, double strength) {
        jdbc.sql("update restoration set strength = ? where id = ?")
                .params(strength, id)
                .update();
    }

    /// Notes down what was done.
    ///
    /// @return whether it was still running: neither cancelled nor deleted
    public boolean done(UUID id, List<Done> steps, double seconds) {
        boolean resumed = steps.stream().anyMatch(Done::earlier);
        return jdbc.sql("""
                                update restoration set state = 'DONE', steps = ?, seconds = ?, resumed = ?
                                where id = ? and state = 'RUNNING'
                                """)
                        .params(json.writeValueAsString(steps), seconds, resumed, id)
                        .update()
                > 0;
    }

    public void failed(UUID id, String message) {
        String told = message.substring(0, Math.min(LONGEST_MESSAGE, message.length()));
        jdbc.sql("update restoration set state = 'FAILED', message = ? where id = ? and state = 'RUNNING'")
                .params(told, id)
                .update();
    }

    private StoredRestoration restoration(ResultSet row, int number) throws SQLException {
        return new StoredRestoration(
                row.getObject("id", UUID.class),
                row.getObject("photo", UUID.class),
                row.getObject("asked", OffsetDateTime.class),
                Preset.valueOf(row.getString("preset")),
                Optional.ofNullable(row.getString("plan")).map(PlanFile::parse),
                row.getDouble("strength"),
                State.valueOf(row.getString("state")),
                row.getString("message"),
                Optional.ofNullable(row.getString("steps"))
                        .map(text -> Arrays.asList(json.readValue(text, Done[].class)))
                        .orElse(List.of()),
                row.getDouble("seconds"));
    }
}
