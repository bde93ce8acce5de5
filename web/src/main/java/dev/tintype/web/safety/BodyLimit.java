package dev.tintype.web.safety;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses JSON that would fill the memory. Files have limits of their own.
final class BodyLimit extends OncePerRequestFilter {
    private static final long LARGEST = 4 << 20; // bytes; the longest stroke by hand needs a tenth

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Optional.ofNullable(request.getContentType()).orElse("").startsWith("application/json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            Refusal.send(response, HttpServletResponse.SC_LENGTH_REQUIRED, "say how long the JSON is: Content-Length");
        } else if (length > LARGEST) {
            Refusal.send(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "the JSON is longer than 4 MB");
        } else {
            chain.doFilter(request, response);
        }
    }
}
