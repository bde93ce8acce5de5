package dev.tintype.train.evaluate;

import dev.tintype.measure.Psnr;
import dev.tintype.measure.Ssim;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Restores damaged photos of which the truth is known, and measures how near the results come to it.
///
/// @param truth folder of sound photos
/// @param input folder of damaged ones under the same names
/// @param masks folder of true masks under the same names, white where damaged, to judge the scratch detector by
/// @param output folder for the restored photos
public record Evaluation(Restorer restorer, Path truth, Path input, Optional<Path> masks, Optional<Path> output) {

    /// What was measured on one photo.
    ///
    /// @param before of the damaged photo against the truth
    /// @param after of the restored one
    /// @param detection of the mask that was found
    public record Row(String name, Score before, Score after, Optional<Detection> detection, double seconds) {}

    /// How near a photo is to the truth.
    ///
    /// @param psnr decibels
    /// @param ssim up to 1
    public record Score(double psnr, double ssim) {
        static Score of(Photo photo, Photo truth) {
            return new Score(new Psnr().score(photo, truth), new Ssim().score(photo, truth));
        }
    }

    /// All pictures of the truth folder that the input folder has too.
    public List<Path> photos() throws IOException {
        try (var files = Files.list(truth)) {
            return files.filter(file -> Files.isRegularFile(input.resolve(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /// Restores and measures one of them.
    public Row measure(Path file) throws IOException {
        String name = file.getFileName().toString();
        Photo sound = PhotoReader.read(file).samples().photo();
        Scan damaged = PhotoReader.read(input.resolve(name));
        long start = System.nanoTime();
        Restoration result = restorer.restore(damaged, Request.USUAL, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (output.isPresent()) {
            Files.createDirectories(output.get());
            PhotoWriter.write(result.restored(), output.get().resolve(name), true);
        }
        Optional<Detection> detection = Optional.empty();
        if (masks.isPresent()) {
            Samples known = PhotoReader.read(masks.get().resolve(name)).samples();
            detection = Optional.of(Detection.of(result.mask(), known));
        }
        return new Row(
                name,
                Score.of(damaged.samples().photo(), sound),
                Score.of(result.restored().samples().photo(), sound),
                detection,
                seconds);
    }
}
