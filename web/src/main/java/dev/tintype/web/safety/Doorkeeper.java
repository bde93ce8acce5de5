package dev.tintype.web.safety;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in who may come. With a token: who knows it. Without: who asks for this machine by its own names, since a page
/// from elsewhere whose name was bent to this machine does not.
final class Doorkeeper extends OncePerRequestFilter {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String BEARER = "Bearer ";

    private final Optional<Token> token;

    Doorkeeper(Optional<Token> token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (token.isEmpty() && !OWN_NAMES.contains(request.getServerName())) {
            Refusal.send(response, HttpServletResponse.SC_FORBIDDEN, "ask for localhost, or start with a token");
        } else if (token.isEmpty() || open(path) || knows(request, token.get())) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Refusal.send(response, HttpServletResponse.SC_UNAUTHORIZED, "send the token as a bearer token");
        } else {
            response.sendRedirect("/enter");
        }
    }

    /// What the page needs that asks for the token.
    private static boolean open(String path) {
        return path.equals("/enter") || path.startsWith("/lib/") || path.startsWith("/css/");
    }

    private static boolean knows(HttpServletRequest request, Token token) {
        Stream<String> bearer = Stream.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
        Stream<String> cookie = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(given -> given.getName().equals(Token.COOKIE))
                .map(Cookie::getValue);
        return bearer.anyMatch(token::is) || cookie.anyMatch(token::isDigest);
    }
}
