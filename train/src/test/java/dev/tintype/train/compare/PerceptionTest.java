package dev.tintype.train.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks that judge photos, in scripts that the engine itself compiles and runs.
class PerceptionTest {
    private static final Size SIZE = new Size(40, 36);

    @TempDir
    private Path folder;

    private static Photo even(double red, double green, double blue) {
        return new Photo(List.of(plane(red), plane(green), plane(blue)));
    }

    private static Plane plane(double tone) {
        return Plane.of(SIZE, (_, _) -> (float) tone);
    }

    @Test
    void lpipsIsTheSquaredDistanceOfWhatTheNetworkSees() {
        Lpips lpips = Lpips.open(Scripts.lpips(folder));
        double score = lpips.score(even(0.2, 0.4, 0.6), even(0.4, 0.4, 0.5));
        assertEquals(51 * 51 + 25.5 * 25.5, score, 0.05);
        assertEquals(0, lpips.score(even(0.2, 0.4, 0.6), even(0.2, 0.4, 0.6)));
    }

    @Test
    void fidIsTheDistanceOfTwoCloudsOfWhatItSees() {
        Fid fid = Fid.open(Scripts.fid(folder));
        List<Photo> dark = List.of(even(0, 0, 0), even(0.2, 0.2, 0.2));
        List<Photo> light = List.of(even(0.4, 0.4, 0.4), even(0.8, 0.8, 0.8));
        double means = 0.5 * 255;
        double deviations = (0.4 - 0.2) * 255 / Math.sqrt(2);
        assertEquals(means * means + deviations * deviations, fid.score(dark, light), 0.5);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path none = folder.resolve("none.pt");
        assertEquals(
                "there is no file " + none,
                assertThrows(UnusableWeightsException.class, () -> Lpips.open(none))
                        .getMessage());
        Path other = Files.writeString(folder.resolve("other.pt"), "no script");
        String message = assertThrows(UnusableWeightsException.class, () -> Fid.open(other))
                .getMessage();
        assertTrue(message.startsWith(other + " is no TorchScript that can be read: "), message);
        Lpips misused = Lpips.open(Scripts.fid(folder));
        message = assertThrows(UnusableWeightsException.class, () -> misused.score(even(0, 0, 0), even(1, 1, 1)))
                .getMessage();
        assertTrue(message.startsWith(folder.resolve("fid.pt") + " cannot be used: "), message);
    }
}
