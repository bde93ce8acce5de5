package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that find a JDK, build and start.
class LauncherTest {
    private static final Path HOME =
            Path.of(System.getProperty("tintype.home", "..")).toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void findsTheJdkThatIsNamed() throws IOException, InterruptedException {
        Path jdk = jdk("jdk", "25.0.3");
        assertEquals(jdk + "\n", find(Map.of("TINTYPE_JAVA_HOME", jdk)));
    }

    @Test
    void passesOverAnOldJavaHome() throws IOException, InterruptedException {
        Path old = jdk("old", "17.0.15");
        Path jdk = jdk("new", "26-ea");
        String path = old.resolve("bin") + ":" + jdk.resolve("bin") + ":" + System.getenv("PATH");
        assertEquals(jdk + "\n", find(Map.of("JAVA_HOME", old, "PATH", path)));
    }

    @Test
    void followsTheLinksOfAPath() throws IOException, InterruptedException {
        Path jdk = jdk("jdk", "25");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("javac"), jdk.resolve("bin/javac"));
        assertEquals(jdk + "\n", find(Map.of("PATH", bin + ":/usr/bin:/bin")));
    }

    @Test
    void looksIntoTheUsualFolders() throws IOException, InterruptedException {
        Path jdk = jdk(".sdkman/candidates/java/25.0.3-tem", "25.0.3");
        String found = sh("""
                . "$1/.launch/java.sh"
                PATH=/nowhere
                usual_jdks | while read -r folder; do
                    case $folder in "$HOME"/*) use_jdk "$folder" && echo "$JAVA_HOME" ;; esac
                done
                """, Map.of("HOME", folder));
        assertEquals(jdk + "\n", found);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws IOException, InterruptedException {
        String said = sh("""
                . "$1/.launch/java.sh"
                usual_jdks() { :; }
                PATH=/nowhere
                find_jdk || echo "failed"
                """, Map.of());
        assertTrue(said.startsWith("Tintype needs a JDK 25 or newer"), said);
        assertTrue(said.contains("apt install"), said);
        assertTrue(said.endsWith("failed\n"), said);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoMaven() throws IOException, InterruptedException {
        String said = sh(". \"$1/.launch/java.sh\"; PATH=/nowhere; find_maven || echo failed", Map.of());
        assertTrue(said.startsWith("Tintype builds itself with Maven"), said);
        assertTrue(said.endsWith("failed\n"), said);
    }

    @Test
    void refusesANamedJdkThatIsTooOld() throws IOException, InterruptedException {
        Path old = jdk("old", "17.0.15");
        for (String script : List.of("tintype", "build")) {
            String said = sh("\"$1/%s\" verify; echo $?".formatted(script), Map.of("TINTYPE_JAVA_HOME", old));
            assertEquals("TINTYPE_JAVA_HOME is %s, which is no JDK 25 or newer.\n3\n".formatted(old), said);
        }
    }

    @Test
    void startsThroughLinksFromAnywhere() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("one"), HOME.resolve("tintype"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        String said = sh("cd /; TINTYPE_JAVA_HOME=/nowhere \"$2/two\" --help; echo $?", Map.of());
        assertEquals("TINTYPE_JAVA_HOME is /nowhere, which is no JDK 25 or newer.\n3\n", said);
    }

    @Test
    void aNewerSourceCallsForABuild() throws IOException, InterruptedException {
        Path source = folder.resolve("core/src/main/java/A.java");
        Path built = folder.resolve(".tintype/app/built");
        Files.createDirectories(source.getParent());
        Files.createDirectories(built.getParent());
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(source, "");
        String script = """
                root=$2
                . "$1/.launch/app.sh"
                app_is_fresh || echo "not built"
                touch -t 203001010000 "$app/built"
                app_is_fresh && echo "fresh"
                touch -t 203101010000 "$2/core/src/main/java/A.java"
                app_is_fresh || echo "old"
                """;
        assertEquals("not built\nfresh\nold\n", sh(script, Map.of()));
    }

    /// What the launcher takes for the best JDK, leaving the usual folders out.
    private String find(Map<String, ?> environment) throws IOException, InterruptedException {
        return sh(". \"$1/.launch/java.sh\"; usual_jdks() { :; }; find_jdk && echo \"$JAVA_HOME\"", environment);
    }

    /// Makes what looks like a JDK.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.toRealPath().resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    /// What a script says, with the project as its first argument and the test's folder as its second.
    private String sh(String script, Map<String, ?> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script, "sh", HOME.toString(), folder.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "TINTYPE_JAVA_HOME"));
        environment.forEach((name, value) -> builder.environment().put(name, value.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
