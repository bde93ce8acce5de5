package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// Photos for tests of tones.
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
}
