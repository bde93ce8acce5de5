package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// A drawn photo with flat parts of every tone, slopes, round edges and a textured corner, and what tests do to it.
final class Scene {
    static final Size SIZE = new Size(320, 256);

    private Scene() {}

    /// Three channels, sound.
    static Photo sound() {
        return rounded(new Photo(List.of(plane(0.02), plane(0), plane(-0.03))));
    }

    private static Plane plane(double tint) {
        Random random = new Random(3);
        return Plane.of(SIZE, (row, column) -> {
            int step = column / 40;
            double sky = 0.95 - 0.5 * row / SIZE.height();
            double hill = Math.hypot(row - 300, column - 90) < 150 ? 0.25 + 0.0006 * column : sky;
            double house = row > 90 && row < 230 && column > 180 && column < 300 ? 0.03 + step * 0.09 : hill;
            double grass = row > 236 ? 0.3 + 0.25 * random.nextDouble() : house;
            double ball = Math.hypot(row - 60, column - 60) < 30 ? 0.7 : grass;
            return (float) Math.clamp(ball + tint * 4 * ball * (1 - ball), 0, 1);
        });
    }

    /// With noise of a deviation that depends on the light, independent in every channel.
    static Photo noisy(Photo photo, DoubleUnaryOperator sigma, long seed) {
        Random random = new Random(seed);
        return rounded(photo.map(
                plane -> plane.map(x -> (float) (x + sigma.applyAsDouble(x) * random.nextGaussian()))));
    }

    /// To 8 bits, clipped.
    static Photo rounded(Photo photo) {
        return photo.map(plane -> plane.map(x -> Math.round(255 * Math.clamp(x, 0f, 1f)) / 255f));
    }
}
