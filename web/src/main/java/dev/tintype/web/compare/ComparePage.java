package dev.tintype.web.compare;

import dev.tintype.web.restoration.Activity;
import dev.tintype.web.restoration.Methods;
import dev.tintype.web.restoration.RestorationEvent;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.web.store.StoredRestoration.Done;
import dev.tintype.web.view.Pyramid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page with several methods side by side, and its panes alone.
@Controller
final class ComparePage {
    private final Photos photos;
    private final Restorations restorations;
    private final Methods methods;
    private final References references;
    private final Activity activity;

    ComparePage(Photos photos, Restorations restorations, Methods methods, References references, Activity activity) {
        this.photos = photos;
        this.restorations = restorations;
        this.methods = methods;
        this.references = references;
        this.activity = activity;
    }

    /// What can be tried.
    record Choice(String method, String summary, boolean tried) {}

    /// What a method has made of the photo, or is making.
    ///
    /// @param told what it was told, once it is done
    record Pane(String method, StoredRestoration made, Optional<RestorationEvent> event, String told) {}

    @GetMapping("/photos/{id}/compare")
    String page(@PathVariable UUID id, Model model) {
        model.addAttribute("photo", photos.require(id));
        Map<String, StoredRestoration> made = restorations.byMethod(id);
        model.addAttribute(
                "choices",
                methods.names().stream()
                        .map(name -> new Choice(name, methods.summary(name).orElse(""), made.containsKey(name)))
                        .toList());
        List<Pane> panes = methods.names().stream()
                .flatMap(name -> Optional.ofNullable(made.get(name)).map(one -> pane(name, one)).stream())
                .toList();
        model.addAttribute("panes", panes);
        model.addAttribute("reference", references.has(id));
        model.addAttribute("levels", Pyramid.last(photos.require(id).size()));
        model.addAttribute("side", Pyramid.SIDE);
        return "compare";
    }

    @GetMapping("/photos/{id}/compare/{method}")
    String pane(@PathVariable UUID id, @PathVariable String method, Model model) {
        StoredRestoration made = Optional.ofNullable(restorations.byMethod(id).get(method))
                .orElseThrow(() -> new NotThereException("photo %s has not been restored so".formatted(id)));
        model.addAttribute("pane", pane(method, made));
        return "pane :: pane";
    }

    private Pane pane(String method, StoredRestoration made) {
        String told = made.steps().stream().map(Done::found).collect(Collectors.joining("; "));
        return new Pane(method, made, activity.of(made.id()), told);
    }
}
