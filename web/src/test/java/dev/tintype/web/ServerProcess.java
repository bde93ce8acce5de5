package dev.tintype.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, which can be killed.
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Tintype is at (http\\S+/),");

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// What runs in the process: the server as the command line starts it.
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.exit(new Server().run(writer(System.out), writer(System.err), arguments));
        }

        private static PrintWriter writer(OutputStream out) {
            return new PrintWriter(out, true, StandardCharsets.UTF_8);
        }
    }

    static ServerProcess start(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tintype.data=" + data));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return new ServerProcess(process, URI.create(matcher.group(1)));
            }
        }
        throw new IOException("the server ended with " + process.exitValue());
    }

    URI address() {
        return address;
    }

    /// Ends it as `kill -9` does, and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
