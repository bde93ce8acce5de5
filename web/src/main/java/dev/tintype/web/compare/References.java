package dev.tintype.web.compare;

import dev.tintype.measure.Psnr;
import dev.tintype.measure.Ssim;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Settings;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.MemoryFullException;
import dev.tintype.web.restoration.Results;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Photos that are known to be right, and how near others come to them. What was measured is kept in a file.
@Component
final class References {
    private static final int MOST = 4_000_000; // pixels that are measured; of a larger photo its middle

    private final Photos photos;
    private final Restorations restorations;
    private final Results results;
    private final DataFolder folder;
    private final MemoryBudget memory;
    private final JsonMapper json;
    private final long mostPixels;

    References(
            Photos photos,
            Restorations restorations,
            Results results,
            DataFolder folder,
            MemoryBudget memory,
            JsonMapper json,
            Settings settings) {
        this.photos = photos;
        this.restorations = restorations;
        this.results = results;
        this.folder = folder;
        this.memory = memory;
        this.json = json;
        mostPixels = settings.mostPixels();
    }

    /// How near a photo comes to the reference.
    ///
    /// @param psnr decibels; 99 where nothing differs
    /// @param ssim at most 1
    record Score(double psnr, double ssim) {
        private static final double SAME = 99;

        static Score of(Photo photo, Photo reference) {
            return new Score(Math.min(SAME, new Psnr().score(photo, reference)), new Ssim().score(photo, reference));
        }
    }

    boolean has(UUID photo) {
        return Files.exists(folder.reference(photo));
    }

    /// Keeps a reference in the place of any other.
    ///
    /// @throws UnreadablePhotoException where it is no photo of the same size
    void put(UUID id, InputStream content) throws IOException {
        StoredPhoto photo = photos.require(id);
        Path passing = folder.passing(".upload");
        try {
            Files.copy(content, passing);
            Size size = PhotoReader.size(passing, mostPixels);
            if (!size.equals(photo.size())) {
                throw new UnreadablePhotoException("the reference has %d x %d pixels, the photo %d x %d"
                        .formatted(
                                size.width(),
                                size.height(),
                                photo.size().width(),
                                photo.size().height()));
            }
            forget(id);
            Files.move(passing, folder.reference(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (UnreadablePhotoException e) {
            throw new UnreadablePhotoException(
                    String.valueOf(e.getMessage()).replace(passing.toString(), "the reference"));
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    /// Takes the reference of a photo away, and what was measured by it.
    void forget(UUID photo) {
        folder.delete(folder.reference(photo));
        folder.delete(kept(photo));
        restorations.all(photo).forEach(restoration -> folder.delete(kept(restoration.id())));
    }

    /// How near a photo comes to its reference.
    ///
    /// @throws MemoryFullException where it has not been measured and there is no room to do it
    Score ofPhoto(UUID id) throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        return score(id, photo, () -> results.original(photo).samples());
    }

    /// How near a restoration comes to the reference of its photo.
    ///
    /// @throws MemoryFullException where it has not been measured and there is no room to do it
    Score ofRestoration(UUID id) throws IOException, InterruptedException {
        StoredRestoration restoration = restorations.require(id);
        return score(
                id,
                photos.require(restoration.photo()),
                () -> results.full(restoration).samples());
    }

    private interface Reading {
        Samples read();
    }

    private Score score(UUID id, StoredPhoto photo, Reading reading) throws IOException, InterruptedException {
        Path kept = kept(id);
        if (Files.exists(kept)) {
            return json.readValue(Files.readString(kept), Score.class);
        }
        if (!has(photo.id())) {
            throw new NotThereException("photo %s has no reference".formatted(photo.id()));
        }
        try (MemoryBudget.Share _ = memory.take(Need.PAIR, photo.size(), MemoryBudget.GLANCE)) {
            Score score = measured(
                    reading.read(),
                    PhotoReader.read(folder.reference(photo.id())).samples());
            Path passing = folder.passing(".score");
            Files.writeString(passing, json.writeValueAsString(score));
            Files.createDirectories(folder.derived(id));
            Files.move(passing, kept, StandardCopyOption.ATOMIC_MOVE);
            return score;
        }
    }

    private static Score measured(Samples samples, Samples reference) {
        Region part = middle(samples.size());
        Photo seen = samples.photo(part);
        Photo right = reference.photo(part);
        return seen.planes().size() == right.planes().size()
                ? Score.of(seen, right)
                : Score.of(new Photo(List.of(seen.luminance())), new Photo(List.of(right.luminance())));
    }

    private static Region middle(Size size) {
        double share = Math.min(1, Math.sqrt((double) MOST / size.area()));
        Size part = new Size((int) Math.ceil(share * size.width()), (int) Math.ceil(share * size.height()));
        return new Region((size.height() - part.height()) / 2, (size.width() - part.width()) / 2, part);
    }

    private Path kept(UUID id) {
        return folder.derived(id).resolve("score.json");
    }
}
