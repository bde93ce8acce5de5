package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// Photos for tests of tones, and what every stage of tones promises.
final class TonePhotos {
    static final Size SIZE = new Size(96, 80);

    private TonePhotos() {}

    /// Many colours, from black to white.
    static Photo colourful() {
        return new Photo(List.of(waves(0.31, 0.13), waves(0.17, 0.29), waves(0.11, 0.41)));
    }

    private static Plane waves(double across, double down) {
        return Plane.of(
                SIZE, (row, column) -> (float) (0.5 + 0.25 * Math.sin(across * column) + 0.25 * Math.cos(down * row)));
    }

    static Photo grey() {
        return new Photo(List.of(waves(0.2, 0.3)));
    }

    /// A monochrome photo toned brown, with a little noise of colour.
    static Photo sepia() {
        Random random = new Random(3);
        return new Photo(List.of(
                grey().planes().getFirst().map(x -> tone(x, 1.0, random)),
                grey().planes().getFirst().map(x -> tone(x, 0.85, random)),
                grey().planes().getFirst().map(x -> tone(x, 0.65, random))));
    }

    private static float tone(float x, double share, Random random) {
        return (float) Math.clamp(share * (0.15 + 0.6 * x) + 0.005 * random.nextGaussian(), 0, 1);
    }

    static Photo faded(Photo photo, DoubleUnaryOperator change) {
        return photo.map(plane -> plane.map(x -> (float) change.applyAsDouble(x)));
    }

    /// Mean of all samples of a plane.
    static double mean(Photo photo, int channel) {
        double sum = 0;
        for (float sample : photo.planes().get(channel).toArray()) {
            sum += sample;
        }
        return sum / photo.size().area();
    }

    static void checkPromises(Stage stage) {
        assertTrue(stage.apply(grey()).grey());
        for (Size size : List.of(new Size(1, 1), new Size(3, 1), new Size(2, 5))) {
            Photo tiny = new Photo(List.of(
                    Plane.of(size, (_, _) -> 0.3f), Plane.of(size, (_, _) -> 0.4f), Plane.of(size, (_, _) -> 0.5f)));
            assertRange(stage.apply(tiny));
        }
        assertRange(stage.apply(colourful()));
        assertRange(stage.apply(faded(colourful(), _ -> 0.5)));
        assertRange(stage.apply(faded(colourful(), _ -> 0)));
        assertEquals(3, stage.apply(sepia()).planes().size());
    }

    private static void assertRange(Photo photo) {
        for (Plane plane : photo.planes()) {
            for (float sample : plane.toArray()) {
                assertTrue(sample >= 0 && sample <= 1, "a sample of " + sample);
            }
        }
    }
}
