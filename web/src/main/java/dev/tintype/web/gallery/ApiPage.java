package dev.tintype.web.gallery;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What programs may ask for, told to people.
@Controller
final class ApiPage {
    @GetMapping("/api")
    String page() {
        return "api";
    }
}
