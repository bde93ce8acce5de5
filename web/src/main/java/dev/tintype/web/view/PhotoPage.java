package dev.tintype.web.view;

import dev.tintype.plan.Catalog;
import dev.tintype.plan.Plan;
import dev.tintype.restore.StageKind;
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

    PhotoPage(Photos photos, Restorations restorations, Activity activity) {
        this.photos = photos;
        this.restorations = restorations;
        this.activity = activity;
    }

    /// A step of the plan as it can be changed.
    ///
    /// @param summary what the stage does; empty for networks
    record Step(String stage, boolean on, String reason, String summary, List<Setting> options) {}

    /// An option of a step.
    ///
    /// @param values what it may be, in words
    record Setting(String name, String text, String values, String value) {}

    /// @param of a restoration that is not the newest
    @GetMapping("/photos/{id}")
    String page(@PathVariable UUID id, @RequestParam Optional<UUID> of, Model model) {
        StoredPhoto photo = photos.require(id);
        List<StoredRestoration> all = restorations.of(id);
        StoredRestoration shown = all.stream()
                .filter(restoration -> of.isEmpty() || restoration.id().equals(of.get()))
                .findFirst()
                .orElseThrow(() -> new NotThereException("photo %s has no such restoration".formatted(id)));
        model.addAttribute("photo", photo);
        model.addAttribute("restorations", all);
        model.addAttribute("restoration", shown);
        model.addAttribute("done", shown.state() == State.DONE);
        model.addAttribute("event", activity.of(shown.id()).orElse(null));
        model.addAttribute("levels", Pyramid.last(photo.size()));
        model.addAttribute("side", Pyramid.SIDE);
        model.addAttribute("faces", photos.faces(id).map(List::size).orElse(0));
        model.addAttribute("outside", shown.plan().map(Plan::outside).orElse(true));
        model.addAttribute(
                "steps",
                shown.plan().map(Plan::steps).orElse(List.of()).stream()
                        .map(PhotoPage::step)
                        .toList());
        return "photo";
    }

    private static Step step(Plan.Step step) {
        Optional<StageKind> kind = Catalog.find(step.stage());
        List<Setting> options = kind.map(StageKind::options).orElse(List.of()).stream()
                .map(option -> new Setting(
                        option.name(),
                        option.text(),
                        option.values(),
                        step.options().getOrDefault(option.name(), option.usual())))
                .toList();
        return new Step(
                step.stage(),
                step.on(),
                step.reason(),
                kind.map(StageKind::summary).orElse(""),
                options);
    }
}
