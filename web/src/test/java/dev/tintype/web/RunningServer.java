package dev.tintype.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/// A server that runs for a test, and a client of it.
final class RunningServer extends Client {
    private final ConfigurableApplicationContext context;

    RunningServer(Path data, String... more) {
        this(started(data, more));
    }

    private RunningServer(ConfigurableApplicationContext context) {
        super(URI.create(Server.address(context)));
        this.context = context;
    }

    private static ConfigurableApplicationContext started(Path data, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1", "--tintype.data=" + data));
        arguments.addAll(List.of(more));
        return Server.start(arguments.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        super.close();
        context.close();
    }
}
