package dev.tintype.web.retouch;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.web.event.Events;
import dev.tintype.web.restoration.Engine;
import dev.tintype.web.restoration.Failure;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.Results;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/// Carries out what was done by hand, one photo at a time: only pieces that are not there yet are made. Everything can
/// be made again from the steps, so nothing is lost by a crash.
@Component
public class Retoucher {
    private final Photos photos;
    private final Restorations restorations;
    private final Results results;
    private final Steps steps;
    private final MaskBoard masks;
    private final PatchFiles files;
    private final Filling filling;
    private final MemoryBudget memory;
    private final Events events;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Map<UUID, Work> working = new ConcurrentHashMap<>();
    private final Map<UUID, String> failures = new ConcurrentHashMap<>();

    Retoucher(
            Photos photos,
            Restorations restorations,
            Results results,
            Steps steps,
            MaskBoard masks,
            PatchFiles files,
            Engine engine,
            MemoryBudget memory,
            Events events) {
        this.photos = photos;
        this.restorations = restorations;
        this.results = results;
        this.steps = steps;
        this.masks = masks;
        this.files = files;
        filling = new Filling(engine::networks);
        this.memory = memory;
        this.events = events;
    }

    /// How far the work on a photo is.
    ///
    /// @param share 0 to 1 of the pieces that have to be made
    /// @param message why the last work failed; empty where it did not
    public record Progress(UUID photo, boolean busy, double share, String message) {}

    /// Begins to carry out the steps of a photo as they are now.
    void refresh(UUID photo) {
        Work work = new Work();
        Optional.ofNullable(working.put(photo, work)).ifPresent(earlier -> earlier.outdated = true);
        failures.remove(photo);
        thread.execute(() -> run(photo, work));
    }

    Progress progress(UUID photo) {
        Optional<Work> work = Optional.ofNullable(working.get(photo));
        return new Progress(
                photo,
                work.isPresent(),
                work.map(active -> active.share).orElse(1.0),
                failures.getOrDefault(photo, ""));
    }

    /// Waits until all that was done by hand is carried out. Not for those who hold a share of the memory, which that
    /// work may need.
    ///
    /// @throws IllegalArgumentException with the reason where it could not be done
    public void finish(StoredPhoto photo) {
        refresh(photo.id()); // the base may have another strength by now
        for (Work work = working.get(photo.id()); work != null; work = working.get(photo.id())) {
            work.done.join();
        }
        if (failures.containsKey(photo.id())) {
            throw new IllegalArgumentException(failures.get(photo.id()));
        }
    }

    /// The photo with all that was done by hand, as far as it has been carried out.
    public Scan retouched(StoredPhoto photo) {
        Scan scan = base(photo).map(results::mixed).orElseGet(() -> results.original(photo));
        steps.patches(photo.id()).forEach(patch -> files.put(photo.id(), patch, scan.samples()));
        return scan;
    }

    /// The restoration on which steps are done; the original where there is none.
    Optional<StoredRestoration> base(StoredPhoto photo) {
        return steps.base(photo.id()).flatMap(restorations::find);
    }

    @PreDestroy
    void stop() {
        working.values().forEach(work -> work.outdated = true);
        thread.shutdown();
    }

    private void run(UUID id, Work work) {
        try {
            Optional<StoredPhoto> photo = photos.find(id);
            if (photo.isPresent() && !work.outdated) {
                carryOut(photo.get(), work);
            }
        } catch (RuntimeException | OutOfMemoryError failed) {
            failures.put(id, Failure.sentence(failed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!work.outdated && photos.find(id).isEmpty()) {
                files.forget(id); // it was deleted meanwhile
            }
            working.remove(id, work);
            work.done.complete(true);
            events.send("retouching", progress(id));
        }
    }

    private void carryOut(StoredPhoto photo, Work work) throws InterruptedException {
        Optional<StoredRestoration> base = base(photo);
        String name = base.map(restoration -> "%s at %s".formatted(restoration.id(), restoration.strength()))
                .orElse("original");
        History history = History.of(steps.of(photo.id()));
        Pieces pieces = new Pieces(photo, name, masks::part);
        List<Pieces.Cut> acts = pieces.of(history.acts());
        List<Patch> patches = acts.stream()
                .flatMap(act -> act.pieces().stream())
                .map(Piece::patch)
                .toList();
        work.missing =
                patches.stream().filter(patch -> !files.has(photo.id(), patch)).count();
        if (work.missing > 0) {
            try (MemoryBudget.Share _ = memory.take(Need.RESTORE, photo.size())) {
                Scan scan = base.map(results::mixed).orElseGet(() -> results.original(photo));
                for (Pieces.Cut act : acts) {
                    make(photo, act, pieces, scan, work);
                }
            }
        }
        if (!work.outdated) {
            steps.patches(photo.id(), patches);
            files.keepOnly(photo.id(), patches);
        }
    }

    private void make(StoredPhoto photo, Pieces.Cut act, Pieces pieces, Scan scan, Work work) {
        if (act.pieces().stream().anyMatch(piece -> !files.has(photo.id(), piece.patch()))) {
            makeLacking(photo, act, pieces.mask(act.act()).orElseThrow(), scan, work);
        }
        if (work.made < work.missing && !work.outdated) { // there is more to be made on it
            act.pieces().forEach(piece -> files.put(photo.id(), piece.patch(), scan.samples()));
        }
    }

    private void makeLacking(StoredPhoto photo, Pieces.Cut act, MaskPart mask, Scan scan, Work work) {
        Samples samples = scan.samples();
        Optional<Sketch> sketch = act.sketched()
                .map(region -> filling.sketch((Edit.Heal) act.act().edit(), region, mask, samples));
        for (Piece piece : act.pieces()) {
            if (work.outdated) {
                return;
            }
            if (!files.has(photo.id(), piece.patch())) {
                Samples made = filling.make(piece, mask, samples, sketch);
                files.write(photo.id(), piece, mask, made, scan.metadata());
                work.share = (double) ++work.made / work.missing;
                events.send("retouching", progress(photo.id()));
            }
            if (act.inOrder()) {
                files.put(photo.id(), piece.patch(), samples);
                mask.filled(piece.core());
            }
        }
    }

    /// What is done for one photo.
    private static final class Work {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private volatile boolean outdated;
        private volatile double share;
        private long missing; // pieces that have to be made
        private long made;
    }
}
