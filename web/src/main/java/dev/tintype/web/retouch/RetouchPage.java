package dev.tintype.web.retouch;

import dev.tintype.web.restoration.Engine;
import dev.tintype.web.restoration.Marks;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.view.Pyramid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page on which a photo is retouched by hand, and the list of steps that its script fetches.
@Controller
final class RetouchPage {
    private static final int USUAL = 60; // of the longer side is the usual width of a brush

    private final Photos photos;
    private final Restorations restorations;
    private final Steps steps;
    private final Retoucher retoucher;
    private final Engine engine;
    private final Marks marks;

    RetouchPage(
            Photos photos, Restorations restorations, Steps steps, Retoucher retoucher, Engine engine, Marks marks) {
        this.photos = photos;
        this.restorations = restorations;
        this.steps = steps;
        this.retoucher = retoucher;
        this.engine = engine;
        this.marks = marks;
    }

    /// A step as it is listed.
    ///
    /// @param text key of what it is called
    /// @param width of its line in pixels, where it has one
    record Line(UUID id, boolean on, String text, long width) {
        static Line of(StoredStep step) {
            return switch (step.edit()) {
                case Edit.Stroke stroke ->
                    line(step, "stroke." + stroke.tool(), stroke.tool() == Edit.Tool.LASSO ? 0 : stroke.width());
                case Edit.Load load -> line(step, load.found() ? "load.found" : "load.file", 0);
                case Edit.Heal heal -> line(step, "heal." + heal.method(), 0);
                case Edit.Stamp stamp -> line(step, "stamp", stamp.width());
            };
        }

        private static Line line(StoredStep step, String key, double width) {
            return new Line(step.id(), step.on(), "retouch.step." + key.toLowerCase(Locale.ROOT), Math.round(width));
        }
    }

    @GetMapping("/photos/{id}/retouch")
    String page(@PathVariable UUID id, Model model) {
        StoredPhoto photo = photos.require(id);
        int longer = Math.max(photo.size().width(), photo.size().height());
        model.addAttribute("photo", photo);
        model.addAttribute(
                "restorations",
                restorations.of(id).stream()
                        .filter(restoration -> restoration.state() == State.DONE)
                        .toList());
        model.addAttribute("base", retoucher.base(photo).orElse(null));
        model.addAttribute("levels", Pyramid.last(photo.size()));
        model.addAttribute("side", Pyramid.SIDE);
        model.addAttribute("learnt", engine.learnt());
        model.addAttribute("marks", marks.known(photo));
        model.addAttribute("widest", Math.clamp(longer / 4, 20, 1000));
        model.addAttribute("usual", Math.clamp(longer / USUAL, 4, 250));
        list(id, model);
        retoucher.refresh(id); // the base may have another strength by now
        return "retouch";
    }

    @GetMapping("/photos/{id}/retouch/steps")
    String steps(@PathVariable UUID id, Model model) {
        photos.require(id);
        list(id, model);
        return "steps :: steps";
    }

    /// The newest first, as far as they were not taken back.
    private void list(UUID id, Model model) {
        List<StoredStep> all = steps.of(id);
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(step -> !step.undone())
                        .map(Line::of)
                        .toList()
                        .reversed());
        model.addAttribute("undone", all.stream().filter(StoredStep::undone).count());
    }
}
