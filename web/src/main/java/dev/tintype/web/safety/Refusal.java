package dev.tintype.web.safety;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An answer of RFC 9457 that a filter gives itself.
final class Refusal {
    private Refusal() {}

    /// @param detail one sentence of ours, without quotes
    static void send(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().print("{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
    }
}
