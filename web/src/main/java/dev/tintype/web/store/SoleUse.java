package dev.tintype.web.store;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Keeps a second Tintype out of the database, for each takes what seems to be worked on for what a crash left. H2
/// locks
/// its file; PostgreSQL keeps a lock as long as the connection lasts that asked for it.
@Component
public final class SoleUse {
    private static final long NAME = 0x74696e74797065L; // "tintype"; locks of PostgreSQL are numbers

    private final Connection connection;

    SoleUse(DataSource database) throws SQLException {
        connection = database.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.close();
        } else if (!locked()) {
            connection.close();
            throw new IllegalStateException("another Tintype uses this database; choose another with --db-url");
        }
    }

    private boolean locked() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(NAME))) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @PreDestroy
    void end() throws SQLException {
        connection.close();
    }
}
