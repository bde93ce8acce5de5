package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.restore.StageKind;
import dev.tintype.restore.StageRun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every stage of the catalogue promises. A stage is tried by being listed; nothing here names one.
class CatalogContractTest {
    private static final String ALL = "dev.tintype.plan.Catalog#all";
    private static final Size SIZE = new Size(61, 47);
    private static final Set<String> STRENGTHS = Set.of("sigma", "weight", "strength"); // 0 is no change

    private static Stream<StageKind> deblurs() {
        return Catalog.all().stream().filter(Specimens::hasPsf);
    }

    @Test
    void listsStagesInTheOrderOfWork() {
        List<Phase> phases = Catalog.all().stream()
                .map(kind -> Specimens.usual(kind, SIZE).phase())
                .toList();
        assertEquals(phases.stream().sorted().toList(), phases);
        Set<String> names = new HashSet<>();
        Catalog.all().forEach(kind -> assertTrue(names.add(kind.name()), kind.name()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void keepsSizeAndColoursAndArgumentAndSaysTheSameTwice(StageKind kind) {
        for (Size size : List.of(new Size(1, 1), new Size(1, 9), new Size(9, 1), new Size(3, 5), new Size(70, 33))) {
            for (int planes = 1; planes <= 3; planes += 2) {
                Photo photo = Specimens.noisy(size, planes);
                Stage stage = Specimens.usual(kind, size);
                Photo result = stage.apply(photo);
                assertEquals(size, result.size());
                assertEquals(planes, result.planes().size());
                Specimens.assertSame(Specimens.noisy(size, planes), photo);
                Specimens.assertSame(result, stage.apply(photo));
                assertSensible(stage, result);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void makesSenseOfEvenPhotos(StageKind kind) {
        Stage stage = Specimens.usual(kind, SIZE);
        for (float level : new float[] {0, 0.5f, 1}) {
            assertSensible(stage, stage.apply(Specimens.even(SIZE, level)));
        }
    }

    /// Local stages give in tiles, on all cores, what they give without.
    @ParameterizedTest
    @MethodSource(ALL)
    void isTheSameInTiles(StageKind kind) {
        for (Size size : List.of(new Size(1091, 67), new Size(67, 1091))) {
            Stage stage = Specimens.usual(kind, size);
            if (stage.reach() instanceof Reach.Local) {
                Samples scan = samples(Specimens.noisy(size, 1), Depth.FLOAT);
                Samples lost =
                        samples(new Photo(List.of(Specimens.damage(size, 1).damage())), Depth.BITS_8);
                Samples tiled = new StageRun(kind, Specimens.needed(kind)).apply(scan, Optional.of(lost));
                Specimens.assertSame(
                        samples(stage.apply(scan.photo()), Depth.FLOAT).photo(), tiled.photo());
            }
        }
    }

    /// A ramp of thousands of tones does not become one of 256.
    @ParameterizedTest
    @MethodSource(ALL)
    void leavesSixteenBitsSixteenBits(StageKind kind) {
        Size size = new Size(60, 50);
        Photo ramp = new Photo(List.of(Plane.of(size, (row, column) -> (float) (0.3 + 0.005 * column + 0.0001 * row))));
        Samples scan = samples(ramp, Depth.BITS_16);
        Samples lost = samples(new Photo(List.of(Specimens.damage(size, 1).damage())), Depth.BITS_8);
        Samples result = new StageRun(kind, Specimens.needed(kind)).apply(scan, Optional.of(lost));
        assertEquals(Depth.BITS_16, result.depth());
        Set<Float> tones = new HashSet<>();
        for (float sample : result.photo().planes().getFirst().toArray()) {
            tones.add(sample);
        }
        assertTrue(tones.size() > 1000, "%d tones are left".formatted(tones.size()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void refusesNumbersOutOfRangeByName(StageKind kind) {
        for (RecordComponent option : Specimens.numbers(kind)) {
            Setting setting = Specimens.setting(option);
            refuses(kind, option, "NaN");
            refuses(kind, option, "many");
            refuses(kind, option, Specimens.text(option, setting.least() - 1));
            if (setting.most() < Integer.MAX_VALUE) {
                refuses(kind, option, Specimens.text(option, setting.most() + 1));
            }
        }
    }

    private static void refuses(StageKind kind, RecordComponent option, String value) {
        Mask mask = Specimens.damage(SIZE, 1);
        Map<String, String> options = Map.of(option.getName(), value);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Specimens.with(kind, options, mask), kind + " " + options)
                .getMessage();
        assertTrue(message.contains(kind.name()) && message.contains(option.getName()), message);
    }

    /// The records themselves refuse what is no number or out of range, whoever makes them.
    @ParameterizedTest
    @MethodSource(ALL)
    void cannotBeMadeOfNumbersOutOfRange(StageKind kind) throws ReflectiveOperationException {
        Stage usual = Specimens.usual(kind, SIZE);
        for (RecordComponent option : Specimens.numbers(kind)) {
            Setting setting = Specimens.setting(option);
            if (option.getType() == double.class) {
                refusesItself(kind, usual, option, Double.NaN);
            } else if (setting.least() > 0) {
                refusesItself(kind, usual, option, (int) setting.least() - 1);
            }
        }
    }

    private static void refusesItself(StageKind kind, Stage usual, RecordComponent option, Object value)
            throws ReflectiveOperationException {
        RecordComponent[] components = kind.type().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean changed = components[i].getName().equals(option.getName());
            values[i] = changed ? value : components[i].getAccessor().invoke(usual);
        }
        var constructor = kind.type()
                .getConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Throwable refusal = assertThrows(
                        InvocationTargetException.class,
                        () -> constructor.newInstance(values),
                        "%s takes %s of %s".formatted(kind.name(), option.getName(), value))
                .getCause();
        assertEquals(IllegalArgumentException.class, refusal.getClass());
    }

    /// Every choice and both ends of each option work, or are refused with the stage's name where they do not fit
    /// the others.
    @ParameterizedTest
    @MethodSource(ALL)
    void worksAtTheEndsOfItsOptions(StageKind kind) {
        for (RecordComponent option : kind.type().getRecordComponents()) {
            for (String end : Specimens.ends(option)) {
                for (Size size : List.of(new Size(1, 1), new Size(33, 21))) {
                    try {
                        Map<String, String> options = Map.of(option.getName(), end);
                        Stage stage = Specimens.with(kind, options, Specimens.damage(size, 1));
                        assertFinite(stage, stage.apply(Specimens.noisy(size, 3)));
                    } catch (IllegalArgumentException e) {
                        assertTrue(e.getMessage().startsWith("stage " + kind.name()), e.getMessage());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void changesNothingWithoutStrength(StageKind kind) {
        for (RecordComponent option : Specimens.numbers(kind)) {
            if (STRENGTHS.contains(option.getName())) {
                Map<String, String> none = Map.of(option.getName(), "0");
                Stage stage = Specimens.with(kind, none, Specimens.damage(SIZE, 1));
                Specimens.assertSame(Specimens.noisy(SIZE, 3), stage.apply(Specimens.noisy(SIZE, 3)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deblurs")
    void survivesAPsfLargerThanThePhoto(StageKind kind) {
        for (String psf : List.of("motion:40:30", "disc:20", "gaussian:7")) {
            for (Size size : List.of(new Size(1, 1), new Size(2, 9), new Size(9, 7))) {
                Stage stage = Specimens.with(kind, Map.of("psf", psf), Specimens.mask(size, 0));
                assertFinite(stage, stage.apply(Specimens.noisy(size, 3)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deblurs")
    void leavesFlatPhotosAlone(StageKind kind) {
        for (Size size : List.of(new Size(1, 1), new Size(1, 7), new Size(9, 4), new Size(50, 41))) {
            for (float level : new float[] {0, 0.4f, 1}) {
                Stage stage = Specimens.with(kind, Map.of("psf", "motion:15:30"), Specimens.mask(size, 0));
                Plane plane = stage.apply(Specimens.even(size, level)).planes().getFirst();
                for (float sample : plane.toArray()) {
                    assertEquals(level, sample, 0.002, stage + " " + size);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deblurs")
    void leavesAPhotoThatWasNotBlurredNearlyAsItIs(StageKind kind) {
        Stage stage = Specimens.with(kind, Map.of("psf", "motion:1:0"), Specimens.mask(SIZE, 0));
        Specimens.assertNear(Specimens.smooth(SIZE), stage.apply(Specimens.smooth(SIZE)), 0.01f);
    }

    private static Samples samples(Photo photo, Depth depth) {
        Samples samples = new Samples(photo.size(), photo.planes().size(), depth);
        samples.put(0, 0, photo);
        return samples;
    }

    /// Noise that is taken out may leave samples a little outside, noise that is sharpened anywhere; tones and fills
    /// stay between black and white.
    private static void assertSensible(Stage stage, Photo photo) {
        assertFinite(stage, photo);
        if (stage.phase() == Phase.DEBLUR) {
            return;
        }
        float beyond = stage.phase() == Phase.DENOISE ? 0.5f : 0;
        for (Plane plane : photo.planes()) {
            for (float sample : plane.toArray()) {
                assertTrue(sample >= -beyond && sample <= 1 + beyond, () -> "a sample of " + sample + " by " + stage);
            }
        }
    }

    private static void assertFinite(Stage stage, Photo photo) {
        for (Plane plane : photo.planes()) {
            for (float sample : plane.toArray()) {
                assertTrue(Float.isFinite(sample), () -> "a sample of " + sample + " by " + stage);
            }
        }
    }
}
