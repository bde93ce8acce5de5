package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A server stops without a word, whoever listens to it.
class StoppingTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @TempDir
    Path folder;

    @Test
    void anOpenPageIsNoTrouble() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (RunningServer server = new RunningServer(folder.resolve("data"))) {
                URI address = URI.create(server.address() + "api/events");
                InputStream events = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                        .body();
                assertEquals(':', events.read(), "it listens");
                said.start();
                log.addAppender(said);
            }
        } finally {
            log.detachAppender(said);
        }
        assertEquals(
                List.of(),
                said.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }
}
