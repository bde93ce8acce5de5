package dev.tintype.cli;

import dev.tintype.cli.OutputNames.Job;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Restores photos one after the other; one that fails does not stop the others.
final class Batch {
    private final Supplier<Restorer> opening;
    private final Optional<Path> weights;
    private final Wishes wishes;
    private final Screen screen;
    private final List<Failure> failures = new ArrayList<>();
    private @Nullable Restorer restorer;
    private int restored;
    private int skipped;

    /// @param opening makes what restores, once there is a photo to restore
    /// @param weights the folder of what the networks have learnt, if there are any
    Batch(Supplier<Restorer> opening, Optional<Path> weights, Wishes wishes, Screen screen) {
        this.opening = opening;
        this.weights = weights;
        this.wishes = wishes;
        this.screen = screen;
    }

    /// Does it all and says at the end how it went.
    ///
    /// @param before what has failed already
    /// @return the exit code
    int run(List<Job> jobs, List<Failure> before) {
        before.forEach(this::fail);
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            screen.begin(job.photo(), i + 1, jobs.size());
            try {
                attempt(job);
            } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
                fail(Failure.of(job.photo().toString(), e));
            }
        }
        if (restored + skipped + failures.size() > 1) {
            summarize();
        }
        return failures.isEmpty() ? 0 : Failure.EXIT_CODE;
    }

    private void attempt(Job job) throws IOException {
        Optional<Path> there = results(job).stream().filter(Files::exists).findFirst();
        if (there.isPresent() && !wishes.force()) {
            screen.say("%s exists, skipped; --force replaces it".formatted(there.get()));
            skipped++;
            return;
        }
        long start = System.nanoTime();
        screen.at("reading", 0);
        Scan scan = PhotoReader.read(job.photo());
        Optional<Samples> mask =
                wishes.mask().map(file -> MaskFile.read(file, scan.samples().size()));
        Request request = new Request(mask, wishes.findScratches(), wishes.strength());
        Restoration restoration = restorer().restore(scan, request, screen::at);
        screen.at("writing", 1);
        makeFolder(job.result());
        PhotoWriter.write(restoration.restored(), job.result(), wishes.force());
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = new Report(job, restoration, wishes.strength(), weights, seconds);
        if (wishes.report()) {
            report.write(wishes.force());
        }
        restored++;
        screen.say(report.line());
    }

    private List<Path> results(Job job) {
        return wishes.report() ? List.of(job.result(), job.report()) : List.of(job.result());
    }

    private static void makeFolder(Path result) throws IOException {
        Path folder = result.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private Restorer restorer() {
        if (restorer == null) {
            screen.at("reading weights", 0);
            restorer = opening.get();
        }
        return restorer;
    }

    private void fail(Failure failure) {
        failures.add(failure);
        screen.complain(failure.toString());
    }

    private void summarize() {
        String counts = "restored %d, skipped %d, failed %d".formatted(restored, skipped, failures.size());
        screen.say(failures.isEmpty() ? counts : counts + ":");
        failures.forEach(failure -> screen.complain("  " + failure));
    }

    /// What the user wants for every photo.
    ///
    /// @param mask          a picture that is white where the photo is damaged
    /// @param findScratches whether to look for damage where no mask is given
    /// @param strength      0 the original to 1 the restored photo
    /// @param report        whether to write beside each result what was done
    /// @param force         whether results that exist are replaced
    record Wishes(Optional<Path> mask, boolean findScratches, double strength, boolean report, boolean force) {}
}
