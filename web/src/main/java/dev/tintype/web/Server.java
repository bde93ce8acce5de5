package dev.tintype.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// Starts the server and stays until it is stopped. The command line finds it by its name, `tintype-serve`.
public final class Server implements ToolProvider {
    private static final int SHORTEST_TOKEN = 16;

    public Server() {}

    @Override
    public String name() {
        return "tintype-serve";
    }

    /// Serves until it is stopped.
    ///
    /// @param arguments as `--server.port=8080`
    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        Optional<String> complaint = complaint(arguments);
        if (complaint.isPresent()) {
            err.println("tintype: " + complaint.get());
            return 2;
        }
        CountDownLatch closed = new CountDownLatch(1);
        try {
            ConfigurableApplicationContext context = start(arguments);
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    closed.countDown();
                }
            });
            String address = address(context);
            out.printf(
                    Locale.ROOT,
                    "Tintype is at %s, photos lie in %s; Ctrl-C stops it%n",
                    address,
                    settings(context).data());
            out.flush();
            if (settings(context).open()) {
                open(address, err);
            }
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException e) {
            err.println("tintype: " + sentence(e));
            return 1;
        }
    }

    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setHeadless(true);
        return application.run(arguments);
    }

    /// Where a browser on this machine finds it.
    static String address(ConfigurableApplicationContext context) {
        WebServer server = Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:%d/".formatted(server.getPort());
    }

    private static Settings settings(ConfigurableApplicationContext context) {
        return context.getBean(Settings.class);
    }

    /// Others may connect only with a token that cannot be guessed.
    private static Optional<String> complaint(String... arguments) {
        Optional<String> token = argument("--tintype.token=", arguments);
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            return Optional.of("--token must have at least %d characters".formatted(SHORTEST_TOKEN));
        }
        String host = argument("--server.address=", arguments).orElse("127.0.0.1");
        try {
            if (token.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
                return Optional.of("--host %s lets others connect; give a --token that they must know".formatted(host));
            }
        } catch (UnknownHostException e) {
            return Optional.of("there is no address '%s' to listen on".formatted(host));
        }
        return Optional.empty();
    }

    private static Optional<String> argument(String name, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PortInUseException || cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof PortInUseException busy) {
            return "port %d is in use; choose another with --port".formatted(busy.getPort());
        } else if (message.contains("already in use") || message.contains("file is locked")) {
            return "another Tintype uses this data folder; choose another with --data";
        } else if (cause instanceof SQLException) {
            return "the database cannot be used: " + message;
        }
        return message;
    }

    private static void open(String address, PrintWriter err) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", address)
                : system.contains("windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                        : List.of("xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            err.println("tintype: no browser could be opened: " + e.getMessage());
        }
    }
}
