package dev.tintype.web.event;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells all pages that are open. A page that has gone is forgotten when it is next told something.
@Component
public final class Events {
    private static final long FOR_EVER = 0;

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();

    /// A stream for one more page.
    SseEmitter open() throws IOException {
        SseEmitter page = new SseEmitter(FOR_EVER);
        page.onCompletion(() -> pages.remove(page));
        page.onError(_ -> pages.remove(page));
        pages.add(page);
        page.send(SseEmitter.event().comment("open").reconnectTime(1000));
        return page;
    }

    /// Sends an event to all pages.
    ///
    /// @param name of the event
    /// @param data as JSON
    public void send(String name, Object data) {
        pages.removeIf(page -> !reaches(page, name, data));
    }

    private static boolean reaches(SseEmitter page, String name, Object data) {
        try {
            page.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }

    /// Ends all streams while the server can still answer.
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.forEach(SseEmitter::complete);
    }
}
