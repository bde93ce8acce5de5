package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.restore.StageKind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Photos, masks and stages on which the contract of all stages is tried.
final class Specimens {
    private Specimens() {}

    /// Edges, a ramp and noise.
    ///
    /// @param planes 1 or 3
    static Photo noisy(Size size, int planes) {
        Random random = new Random(7);
        return new Photo(IntStream.range(0, planes)
                .mapToObj(c -> Plane.of(size, (row, column) -> {
                    double sound = (row / 9 + column / 13) % 2 == 0 ? 0.3 + 0.1 * c : 0.6 + 0.0001 * column;
                    return (float) Math.clamp(sound + 0.1 * random.nextGaussian(), 0, 1);
                }))
                .toList());
    }

    /// Waves of three colours, without noise.
    static Photo smooth(Size size) {
        return new Photo(List.of(waves(size, 0.3), waves(size, 0.2), waves(size, 0.1)));
    }

    private static Plane waves(Size size, double rate) {
        return Plane.of(size, (row, column) -> (float) (0.5 + 0.3 * Math.sin(rate * column + 0.2 * row)));
    }

    static Photo even(Size size, float level) {
        return new Photo(List.of(Plane.of(size, (_, _) -> level)));
    }

    /// A scratch, a hole, and a hole in a corner.
    static Mask damage(Size size, float lost) {
        return new Mask(Plane.of(size, (row, column) -> {
            boolean scratch = column >= 20 && column < 23;
            boolean hole = Math.hypot(row - 25, column - 45) < 8;
            return scratch || hole || row + column < 5 ? lost : 0;
        }));
    }

    static Mask mask(Size size, float lost) {
        return new Mask(Plane.of(size, (_, _) -> lost));
    }

    /// What must be said, and nothing else.
    static Map<String, String> needed(StageKind kind) {
        return hasPsf(kind) ? Map.of("psf", "motion:5:30") : Map.of();
    }

    static boolean hasPsf(StageKind kind) {
        return Arrays.stream(kind.type().getRecordComponents()).anyMatch(c -> c.getType() == Psf.class);
    }

    /// A stage as it usually is, for photos of a size.
    static Stage usual(StageKind kind, Size size) {
        return with(kind, Map.of(), damage(size, 1));
    }

    static Stage with(StageKind kind, Map<String, String> options, Mask mask) {
        Map<String, String> all = new HashMap<>(needed(kind));
        all.putAll(options);
        return kind.make(all, Optional.of(mask));
    }

    /// The options that are numbers.
    static List<RecordComponent> numbers(StageKind kind) {
        return Arrays.stream(kind.type().getRecordComponents())
                .filter(c -> c.getType() == double.class || c.getType() == int.class)
                .toList();
    }

    /// The least and the most of an option that is a number, else all that it may be.
    static List<String> ends(RecordComponent option) {
        Class<?> type = option.getType();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        }
        if (type == boolean.class) {
            return List.of("true", "false");
        }
        if (type != double.class && type != int.class) {
            return List.of();
        }
        double most = Math.min(setting(option).most(), Integer.MAX_VALUE);
        return List.of(text(option, setting(option).least()), text(option, most));
    }

    /// A number as text for an option.
    static String text(RecordComponent option, double number) {
        return option.getType() == int.class ? Integer.toString((int) number) : Double.toString(number);
    }

    static Setting setting(RecordComponent option) {
        return option.getAnnotation(Setting.class);
    }

    static void assertSame(Photo expected, Photo actual) {
        assertNear(expected, actual, 0);
    }

    static void assertNear(Photo expected, Photo actual, float tolerance) {
        for (int c = 0; c < expected.planes().size(); c++) {
            float[] before = expected.planes().get(c).toArray();
            float[] after = actual.planes().get(c).toArray();
            if (tolerance == 0) {
                assertArrayEquals(before, after);
            } else {
                assertArrayEquals(before, after, tolerance);
            }
        }
    }
}
