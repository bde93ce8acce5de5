package dev.tintype.web.upload;

import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.plan.Preset;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Settings;
import dev.tintype.web.restoration.Queue;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Sha256;
import dev.tintype.web.store.StoredPhoto;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes files into the album: each once, by its digest. A file that is no photo is refused by what its header says;
/// what is wrong further down is found when it is restored.
@Component
final class Intake {
    private static final int LONGEST_NAME = 255;

    private final Photos photos;
    private final Queue queue;
    private final DataFolder folder;
    private final long mostPixels;

    Intake(Photos photos, Queue queue, DataFolder folder, Settings settings) {
        this.photos = photos;
        this.queue = queue;
        this.folder = folder;
        mostPixels = settings.mostPixels();
    }

    /// What became of a file.
    ///
    /// @param known whether the album had it before
    record Taken(StoredPhoto photo, boolean known) {}

    /// Takes a file and asks for its restoration.
    ///
    /// @param called the name that the client gave
    /// @throws UnreadablePhotoException with the name and the reason where it is no photo
    Taken take(InputStream content, String called, Preset preset) throws IOException {
        queue.requireRoom();
        String name = readable(called);
        Path passing = folder.passing(".upload");
        try {
            String sha256 = copy(content, passing);
            Optional<StoredPhoto> known = photos.findBySha256(sha256);
            return known.isPresent() ? new Taken(known.get(), true) : keep(passing, sha256, name, preset);
        } catch (UnreadablePhotoException e) {
            throw new UnreadablePhotoException(String.valueOf(e.getMessage()).replace(passing.toString(), name));
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    private Taken keep(Path passing, String sha256, String name, Preset preset) throws IOException {
        Size size = PhotoReader.size(passing, mostPixels);
        long bytes = Files.size(passing);
        Path original = folder.original(sha256);
        Files.createDirectories(original.toAbsolutePath().getParent());
        Files.move(passing, original, StandardCopyOption.ATOMIC_MOVE);
        StoredPhoto photo = new StoredPhoto(
                UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC), sha256, name, bytes, size, Optional.empty());
        try {
            queue.accept(photo, preset);
        } catch (DuplicateKeyException e) { // somebody else sent the same file at the same time
            return new Taken(photos.findBySha256(sha256).orElseThrow(() -> e), true);
        }
        return new Taken(photo, false);
    }

    private static String copy(InputStream content, Path file) throws IOException {
        Sha256 digest = new Sha256();
        try (OutputStream out = digest.through(Files.newOutputStream(file))) {
            content.transferTo(out);
        }
        return digest.hex();
    }

    /// The last part of a name that may be a path, without what cannot be read. It is shown, never opened.
    static String readable(String called) {
        String last = called.substring(Math.max(called.lastIndexOf('/'), called.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{C}", "").strip();
        String name = clean.isEmpty() ? "photo" : clean;
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
