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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The restorations of photos, in the database.
@Repository
public class Restorations {
    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Restorations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /// Those of a photo, the newest first.
    public List<StoredRestoration> of(UUID photo) {
        return jdbc.sql("select * from restoration where photo = ? order by asked desc, id desc")
                .param(photo)
                .query(this::restoration)
                .list();
    }

    /// The newest of a photo.
    public Optional<StoredRestoration> newest(UUID photo) {
        return jdbc.sql("select * from restoration where photo = ? order by asked desc, id desc limit 1")
                .param(photo)
                .query(this::restoration)
                .optional();
    }

    /// How many wait or run.
    public int open() {
        return jdbc.sql("select count(*) from restoration where state in ('WAITING', 'RUNNING')")
                .query(Integer.class)
                .single();
    }

    /// Seconds for a megapixel, by the restorations that were done before; 0 where there are none.
    public double pace() {
        return jdbc.sql("""
                        select coalesce(sum(seconds) / sum(pixels), 0) from (
                            select r.seconds as seconds, p.width / 1e6 * p.height as pixels
                            from restoration r join photo p on p.id = r.photo
                            where r.state = 'DONE' order by r.asked desc limit 20) newest
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

    public void done(UUID id, List<Done> steps, double seconds) {
        jdbc.sql("update restoration set state = 'DONE', steps = ?, seconds = ? where id = ?")
                .params(json.writeValueAsString(steps), seconds, id)
                .update();
    }

    public void failed(UUID id, String message) {
        String told = message.substring(0, Math.min(LONGEST_MESSAGE, message.length()));
        jdbc.sql("update restoration set state = 'FAILED', message = ? where id = ?")
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
