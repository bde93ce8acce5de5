package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Halfway;
import dev.tintype.nn.stage.Shelf;
import dev.tintype.photo.Samples;
import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.web.Settings;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.Sha256;
import dev.tintype.web.store.StoredPhoto;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What restorations came to on their way, as files: a changed plan goes on where it first differs, and a
/// restoration that a crash broke off goes on after its last long step.
///
/// A file is named by a digest of all that its samples depend on: program, networks, original, mask and steps.
/// Where room is needed, the files that were not used for longest are deleted.
@Component
final class Shelves {
    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
    private static final long ROOM = 2L << 30; // bytes of all files
    private static final int MOST = 4; // files of a photo
    private static final double LEAST = 0.5; // seconds that a step took which is worth a file
    private static final double PACE = 100e6; // bytes of its file for each of these seconds, at most

    private final DataFolder folder;
    private final long room;
    private final String version;

    @Autowired
    Shelves(DataFolder folder, Settings settings) {
        this(folder, settings, ROOM);
    }

    /// @param room bytes of all files
    Shelves(DataFolder folder, Settings settings, long room) {
        this.folder = folder;
        this.room = room;
        version = version(settings);
    }

    /// The shelf for one photo and one request.
    ///
    /// @param mask the file of what somebody says is lost
    /// @param takenUp hears what an earlier restoration came to, where one goes on from there
    Shelf of(StoredPhoto photo, Samples scan, Optional<Path> mask, Consumer<Halfway> takenUp) {
        Sha256 digest = new Sha256();
        digest.add("%s %s ".formatted(version, photo.sha256()));
        mask.ifPresent(digest::addContent);
        return new OnDisk(folder.halfway(photo.id()), digest.hex(), scan, takenUp);
    }

    private final class OnDisk implements Shelf {
        private final Path place;
        private final String request; // a digest of all but the steps
        private final Samples scan;
        private final Consumer<Halfway> takenUp;

        private OnDisk(Path place, String request, Samples scan, Consumer<Halfway> takenUp) {
            this.place = place;
            this.request = request;
            this.scan = scan;
            this.takenUp = takenUp;
        }

        @Override
        public Optional<Halfway> furthest(List<Plan.Step> steps) {
            for (int count = steps.size(); count > 0; count--) {
                Path file = file(steps.subList(0, count));
                Optional<Halfway> found = Files.exists(file) ? read(file) : Optional.empty();
                if (found.isPresent()) {
                    takenUp.accept(found.get());
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Halfway> read(Path file) {
            try {
                Halfway halfway = HalfwayFile.read(file, scan);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return Optional.of(halfway);
            } catch (IOException | RuntimeException damaged) { // JSON and numbers throw all sorts of things
                LOG.warn("{} is left out: {}", file, damaged.toString());
                folder.delete(file);
                return Optional.empty();
            }
        }

        @Override
        public void keep(List<Plan.Step> begun, Halfway halfway) {
            long bytes = HalfwayFile.bytes(halfway, scan);
            double seconds = halfway.done().getLast().seconds();
            if (seconds < Math.max(LEAST, bytes / PACE) || bytes > room) {
                return;
            }
            try {
                Files.createDirectories(place);
                makeRoom(place, bytes);
                HalfwayFile.write(halfway, scan, file(begun));
            } catch (IOException | UncheckedIOException full) { // the restoration itself goes well
                LOG.warn("a step is not kept: {}", full.toString());
            }
        }

        private Path file(List<Plan.Step> steps) {
            Sha256 digest = new Sha256();
            digest.add(request);
            digest.add(PlanFile.text(new Plan(steps, true)));
            return place.resolve(digest.hex());
        }
    }

    /// A file as it was when it was looked at.
    private record Kept(Path path, long bytes, long used) {
        static Kept of(Path path) {
            File file = path.toFile();
            return new Kept(path, file.length(), file.lastModified());
        }
    }

    /// Deletes files until there is room for one of a photo.
    private synchronized void makeRoom(Path place, long bytes) throws IOException {
        for (Kept file : newest(place).stream().skip(MOST - 1).toList()) {
            folder.delete(file.path());
        }
        long left = room - bytes;
        for (Kept file : newest(folder.halfway())) {
            left -= file.bytes();
            if (left < 0) {
                folder.delete(file.path());
            }
        }
    }

    /// All files in a folder, the last used first.
    private static List<Kept> newest(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(Kept::of)
                    .sorted(Comparator.comparingLong(Kept::used).reversed())
                    .toList();
        }
    }

    /// What tells this program and its networks from others.
    private static String version(Settings settings) {
        Sha256 digest = new Sha256();
        Stream.of(Samples.class, Halfway.class).map(Shelves::code).forEach(digest::addNames);
        settings.networks().filter(Files::isDirectory).ifPresent(digest::addNames);
        return digest.hex();
    }

    /// Where a part of the program lies.
    private static Path code(Class<?> part) {
        try {
            return Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
