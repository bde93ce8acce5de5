package dev.tintype.web.safety;

import dev.tintype.web.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks for the token once and remembers it in a cookie.
@Controller
final class EnterPage {
    private final Optional<Token> token;

    EnterPage(Settings settings) {
        token = settings.secret().map(Token::of);
    }

    @GetMapping("/enter")
    String page() {
        return token.isEmpty() ? "redirect:/" : "enter";
    }

    @PostMapping("/enter")
    String enter(@RequestParam("token") String given, HttpServletResponse response, Model model) {
        if (token.isPresent() && token.get().is(given)) {
            ResponseCookie cookie = ResponseCookie.from(
                            Token.COOKIE, token.get().digest())
                    .httpOnly(true)
                    .sameSite("Strict")
                    .path("/")
                    .maxAge(Duration.ofDays(30))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            return "redirect:/";
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        model.addAttribute("wrong", true);
        return "enter";
    }
}
