package dev.tintype.web.restoration;

import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.DiagnosisPictures;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.stage.Shelf;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Settings;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredDiagnosis;
import dev.tintype.web.store.StoredFace;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.web.store.StoredRestoration.Done;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/// Restores a photo: reads, diagnoses, plans, restores and writes it. May be called again for what a crash broke off.
@Component
final class Worker {
    private final Photos photos;
    private final Restorations restorations;
    private final DataFolder folder;
    private final Engine engine;
    private final Methods methods;
    private final Shelves shelves;
    private final Previews previews;
    private final MemoryBudget memory;
    private final Activity activity;
    private final long mostPixels;

    Worker(
            Photos photos,
            Restorations restorations,
            DataFolder folder,
            Engine engine,
            Methods methods,
            Shelves shelves,
            Previews previews,
            MemoryBudget memory,
            Activity activity,
            Settings settings) {
        this.photos = photos;
        this.restorations = restorations;
        this.folder = folder;
        this.engine = engine;
        this.methods = methods;
        this.shelves = shelves;
        this.previews = previews;
        this.memory = memory;
        this.activity = activity;
        mostPixels = settings.mostPixels();
    }

    /// Restores, unless that was done, cancelled or deleted before. Whatever goes wrong is noted down, not thrown.
    void run(UUID id) {
        Optional<StoredRestoration> wanted = restorations.find(id);
        Optional<StoredPhoto> photo = wanted.flatMap(restoration -> photos.find(restoration.photo()));
        if (photo.isEmpty() || !wanted.get().state().open()) {
            return;
        }
        try (MemoryBudget.Share _ = memory.take(Need.RESTORE, photo.get().size())) {
            if (restorations.move(id, List.of(State.WAITING, State.RUNNING), State.RUNNING)) {
                attempt(wanted.get(), photo.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops; the next start goes on
        }
    }

    private void attempt(StoredRestoration wanted, StoredPhoto photo) {
        Activity.Active active = activity.begin(wanted.id(), photo);
        State end = State.FAILED;
        try {
            restore(wanted, photo, active);
            end = State.DONE;
        } catch (CancellationException stopped) {
            end = State.CANCELLED;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            if (Thread.currentThread().isInterrupted()) {
                end = State.WAITING; // the server stops; the next start goes on
            } else {
                String path = folder.original(photo.sha256()).toString();
                restorations.failed(wanted.id(), Failure.sentence(failed).replace(path, photo.name()));
            }
        } finally {
            activity.end(wanted.id(), photo.id(), end);
        }
        if (end == State.CANCELLED) { // perhaps after the result was written
            folder.delete(folder.restored(wanted.id()));
            folder.delete(folder.mask(wanted.id()));
            folder.delete(folder.givenMask(wanted.id()));
            folder.delete(folder.derived(wanted.id()));
        }
        if (photos.find(photo.id()).isEmpty()) { // deleted meanwhile
            folder.delete(folder.derived(photo.id()));
            folder.delete(folder.halfway(photo.id()));
        }
    }

    private void restore(StoredRestoration wanted, StoredPhoto photo, Activity.Active active) {
        active.at("reading", 0);
        Scan scan = PhotoReader.read(folder.original(photo.sha256()), mostPixels);
        previews.of(photo.id(), scan);
        active.at("diagnosing", 0);
        Restoration made = restorer(wanted, photo, scan.samples(), active)
                .restore(scan, new Request(given(wanted), true, 1), active);
        active.at("writing", 0);
        PhotoWriter.write(made.restored(), folder.restored(wanted.id()), true);
        PhotoWriter.write(new Scan(made.mask(), Optional.empty(), Metadata.NONE), folder.mask(wanted.id()), true);
        previews.of(wanted.id(), made.restored());
        keepFaces(made, photo, scan.samples().size());
        List<Done> steps = made.steps().stream()
                .map(step -> new Done(step.name(), step.found(), step.weights(), step.seconds(), step.earlier()))
                .toList();
        if (!restorations.done(wanted.id(), steps, active.seconds())) {
            throw new CancellationException("cancelled while the result was written");
        }
    }

    private Restorer restorer(StoredRestoration wanted, StoredPhoto photo, Samples scan, Activity.Active active) {
        return restorations.method(wanted.id()).flatMap(methods::foreign).orElseGet(() -> {
            Plan plan = plan(wanted, photo, scan);
            active.follow(plan);
            return new PlanRestorer(
                    plan,
                    PlanRestorer.needsNetworks(plan) ? engine.networks() : Optional.empty(),
                    shelf(wanted, photo, scan, active));
        });
    }

    /// Where a plan may go on from; not one by a method, whose time is compared with that of others.
    private Shelf shelf(StoredRestoration wanted, StoredPhoto photo, Samples scan, Activity.Active active) {
        if (restorations.method(wanted.id()).isPresent()) {
            return Shelf.NONE;
        }
        Optional<Path> mask = masked(wanted) ? Optional.of(folder.givenMask(wanted.id())) : Optional.empty();
        return shelves.of(photo, scan, mask, active::takenUp);
    }

    /// What somebody says is lost.
    private Optional<Samples> given(StoredRestoration wanted) {
        return masked(wanted)
                ? Optional.of(PhotoReader.read(folder.givenMask(wanted.id())).samples())
                : Optional.empty();
    }

    private boolean masked(StoredRestoration wanted) {
        return Files.exists(folder.givenMask(wanted.id()));
    }

    /// The plan that was given, or one by a diagnosis. A photo is diagnosed once where plans are given.
    private Plan plan(StoredRestoration wanted, StoredPhoto photo, Samples scan) {
        if (wanted.plan().isPresent() && photo.diagnosis().isPresent()) {
            return wanted.plan().get();
        }
        Photo seen = scan.photo(Planner.diagnosed(scan.size()));
        Diagnosis diagnosis = Diagnostician.standard().diagnose(seen);
        if (photo.diagnosis().isEmpty()) {
            Map<String, Photo> pictures = new DiagnosisPictures(seen, diagnosis).all();
            pictures.forEach((name, picture) -> draw(picture, folder.diagnosis(photo.id(), name)));
            photos.diagnosed(photo.id(), StoredDiagnosis.of(diagnosis, List.copyOf(pictures.keySet())));
        }
        return wanted.plan().orElseGet(() -> {
            Plan plan = restorations
                    .method(wanted.id())
                    .map(method -> methods.plan(method, scan, diagnosis))
                    .orElseGet(() -> new Planner(wanted.preset(), engine.learnt(), masked(wanted), methods.faces())
                            .plan(scan, diagnosis));
            restorations.planned(wanted.id(), plan);
            return plan;
        });
    }

    /// Where faces are, once for each photo whose plan looks for them.
    private void keepFaces(Restoration made, StoredPhoto photo, Size size) {
        boolean sought = made.steps().stream().anyMatch(step -> step.name().equals(Planner.FACES));
        if (sought && photos.faces(photo.id()).isEmpty()) {
            photos.foundFaces(
                    photo.id(),
                    made.faces().stream()
                            .map(face -> stored(face.box(size), face.sureness()))
                            .toList());
        }
    }

    private static StoredFace stored(Region box, double sureness) {
        return new StoredFace(
                box.row(), box.column(), box.size().width(), box.size().height(), sureness);
    }

    private static void draw(Photo picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PhotoWriter.write(Scan.drawn(picture), file, true);
    }
}
