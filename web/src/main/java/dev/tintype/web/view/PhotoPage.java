package dev.tintype.web.view;

import dev.tintype.plan.Plan;
import dev.tintype.web.restoration.Activity;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of one photo.
@Controller
final class PhotoPage {
    private final Photos photos;
    private final Restorations restorations;
    private final Activity activity;
    private final PlanForm form;

    PhotoPage(Photos photos, Restorations restorations, Activity activity, PlanForm form) {
        this.photos = photos;
        this.restorations = restorations;
        this.activity = activity;
        this.form = form;
    }

    /// @param of a restoration that is not the newest
    @GetMapping("/photos/{id}")
    String page(@PathVariable UUID id, @RequestParam Optional<UUID> of, Model model) {
        StoredPhoto photo = photos.require(id);
        List<StoredRestoration> all = restorations.of(id);
        StoredRestoration shown = all.stream()
                .filter(restoration -> of.isEmpty() || restoration.id().equals(of.get()))
                .findFirst()
                .orElseThrow(() -> new NotThereException("photo %s has no such restoration".formatted(id)));
        int faces = photos.faces(id).map(List::size).orElse(0);
        model.addAttribute("photo", photo);
        model.addAttribute("restorations", all);
        model.addAttribute("restoration", shown);
        model.addAttribute("done", shown.state() == State.DONE);
        model.addAttribute("event", activity.of(shown.id()).orElse(null));
        model.addAttribute("levels", Pyramid.last(photo.size()));
        model.addAttribute("side", Pyramid.SIDE);
        model.addAttribute("faces", faces);
        model.addAttribute("outside", shown.plan().map(Plan::outside).orElse(true));
        model.addAttribute(
                "steps", shown.plan().map(plan -> form.of(plan, faces)).orElse(List.of()));
        return "photo";
    }
}
