package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AutoLevelsTest {
    private static final AutoLevels USUAL = new AutoLevels(0.8, 0.5, 99.5);

    @Test
    void takesFadingBack() {
        Photo faded = TonePhotos.faded(TonePhotos.colourful(), x -> 0.2 + 0.5 * x);
        double before = new Psnr().score(faded, TonePhotos.colourful());
        double after = new Psnr().score(USUAL.apply(faded), TonePhotos.colourful());
        assertTrue(after > before + 4.5, before + " dB, then " + after);
    }

    /// Photos that were sound, faded evenly.
    @Test
    void takesFadingOfPhotosBack() throws IOException {
        Path folder = Path.of(System.getProperty("bench.dir", "../../shared/bench"), "paired", "truth");
        assumeTrue(Files.exists(folder), "no photos in " + folder.toAbsolutePath());
        double gained = 0;
        double kept = 0;
        int count = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".png")).toList()) {
                Photo sound = PhotoReader.read(file).samples().photo();
                Photo faded = TonePhotos.faded(sound, x -> 0.2 + 0.55 * x);
                double before = new Psnr().score(faded, sound);
                gained += new Psnr().score(USUAL.apply(faded), sound) - before;
                kept += Math.min(45, new Psnr().score(USUAL.apply(sound), sound));
                count++;
            }
        }
        assertTrue(gained / count > 5, gained / count + " dB gained");
        assertTrue(kept / count > 29, kept / count + " dB of a sound photo kept");
    }

    @Test
    void hardlyChangesWhatHasItsBlackAndWhite() {
        assertTrue(new Psnr().score(USUAL.apply(TonePhotos.colourful()), TonePhotos.colourful()) > 35);
    }

    @Test
    void leavesFogAFog() {
        Photo fog = TonePhotos.faded(TonePhotos.colourful(), x -> 0.6 + 0.1 * x);
        List<Plane> planes = USUAL.apply(fog).planes();
        double spread = Colours.percentile(planes, 0.99) - Colours.percentile(planes, 0.01);
        assertTrue(spread < 0.25, "a spread of " + spread);
    }

    @Test
    void keepsSepia() {
        Levels levels = USUAL.measure(TonePhotos.sepia());
        assertTrue(levels.tinted());
        assertEquals(levels.redBlack(), levels.blueBlack());
        assertTrue(levels.redBlack() > 0.03 && levels.redWhite() < 0.95, levels.toString());
    }
}
