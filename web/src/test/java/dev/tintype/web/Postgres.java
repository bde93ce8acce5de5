package dev.tintype.web;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/// A PostgreSQL for a test.
final class Postgres {
    private Postgres() {}

    /// Starts one; where that cannot be done the test is skipped. It refuses to run as root, so for root it runs in a
    /// user namespace of its own, where such are allowed.
    static EmbeddedPostgres start(Path folder) {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .start();
        } catch (IOException | IllegalStateException e) {
            return abort("PostgreSQL cannot be started here (root needs user namespaces for it): " + e.getMessage());
        }
    }

    /// What a server must be told to use a database of it.
    static String[] arguments(EmbeddedPostgres postgres) {
        return new String[] {
            "--tintype.db-url=" + postgres.getJdbcUrl("postgres", "postgres"), "--tintype.db-user=postgres"
        };
    }
}
