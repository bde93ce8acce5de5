package dev.tintype.web.gallery;

import dev.tintype.web.restoration.Activity;
import dev.tintype.web.restoration.RestorationEvent;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
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

/// The album for people: a page, and parts of it that scripts fetch.
@Controller
final class GalleryPage {
    private static final int MOST = 48;

    private final Photos photos;
    private final Restorations restorations;
    private final Activity activity;

    GalleryPage(Photos photos, Restorations restorations, Activity activity) {
        this.photos = photos;
        this.restorations = restorations;
        this.activity = activity;
    }

    /// A photo among others.
    record Card(StoredPhoto photo, Optional<StoredRestoration> restoration, Optional<RestorationEvent> event) {}

    @GetMapping("/")
    String page(Model model) {
        model.addAttribute("count", photos.count());
        fill(model, Optional.empty());
        return "gallery";
    }

    /// The cards that come after one, and where more come from.
    @GetMapping("/cards")
    String cards(@RequestParam UUID after, Model model) {
        fill(model, Optional.of(photos.require(after)));
        return "cards :: cards";
    }

    @GetMapping("/photos/{id}/card")
    String card(@PathVariable UUID id, Model model) {
        model.addAttribute("card", card(photos.require(id)));
        return "cards :: card";
    }

    private void fill(Model model, Optional<StoredPhoto> after) {
        List<StoredPhoto> page = photos.page(after, MOST);
        model.addAttribute("cards", page.stream().map(this::card).toList());
        if (page.size() == MOST) {
            model.addAttribute("last", page.getLast().id());
        }
    }

    private Card card(StoredPhoto photo) {
        Optional<StoredRestoration> newest = restorations.newest(photo.id());
        return new Card(photo, newest, newest.flatMap(restoration -> activity.of(restoration.id())));
    }
}
