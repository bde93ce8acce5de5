package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.train.evaluate.WholePhotos.Outcome;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholePhotosTest {
    @TempDir
    private Path folder;

    @Test
    void countsThePhotosOfEachKindAndThoseOfNone() {
        Finding noise = new Finding(new GaussianNoise(0.1), 0.9, Map.of());
        Finding blocks = new Finding(new Compression(20), 0.8, Map.of());
        WholePhotos photos = new WholePhotos(List.of(
                new Outcome(Path.of("a.jpg"), List.of()),
                new Outcome(Path.of("b.jpg"), List.of(noise, blocks)),
                new Outcome(Path.of("c.jpg"), List.of(blocks)),
                new Outcome(Path.of("d.jpg"), List.of())));
        assertEquals(0.5, photos.sound());
        assertEquals(Map.of(Kind.GAUSSIAN_NOISE, 1L, Kind.COMPRESSION, 2L), photos.found());
        assertTrue(
                photos.markdown().contains("nothing found in 50.0 %; otherwise: JPEG blocks 2, Gaussian noise 1"),
                photos::markdown);
        assertEquals(3, photos.csv().lines().count());
    }

    @Test
    void diagnosesFilesAndLeavesOutWhatIsNoPhoto() throws IOException {
        Random random = new Random(1);
        Samples samples = new Samples(new Size(160, 120), 1, Depth.BITS_8);
        for (int row = 0; row < 120; row++) {
            for (int column = 0; column < 160; column++) {
                double level = 40 + column + 20 * random.nextGaussian();
                samples.put(0, row, column, (float) Math.rint(Math.clamp(level, 0, 255)));
            }
        }
        Path noisy = folder.resolve("noisy.png");
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), noisy, false);
        Path text = Files.writeString(folder.resolve("text.jpg"), "no photo");
        WholePhotos photos = WholePhotos.of(List.of(noisy, text));
        assertEquals(1, photos.outcomes().size());
        assertEquals(0, photos.sound());
        assertTrue(photos.found().containsKey(Kind.GAUSSIAN_NOISE), photos::csv);
    }
}
