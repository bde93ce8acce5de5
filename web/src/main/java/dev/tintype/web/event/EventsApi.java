package dev.tintype.web.event;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream of events.
@RestController
final class EventsApi {
    private final Events events;

    EventsApi(Events events) {
        this.events = events;
    }

    @Operation(summary = "How far restorations are, as server-sent events named 'restoration'")
    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() throws IOException {
        return events.open();
    }
}
