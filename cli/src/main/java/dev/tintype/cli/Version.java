package dev.tintype.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `tintype --version` says.
final class Version implements IVersionProvider {
    Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {
            "tintype " + property("tintype"),
            "libtorch " + property("libtorch").replaceFirst("-.*", ""),
            "Java " + System.getProperty("java.version")
        };
    }

    /// The version of Tintype alone.
    static String number() {
        return property("tintype");
    }

    private static String property(String name) {
        try (InputStream file = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return Objects.requireNonNull(properties.getProperty(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
