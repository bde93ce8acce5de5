package dev.tintype.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import dev.tintype.restore.inpaint.PullPush;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StageRunTest {
    /// Adds a number, and knows all sorts of options.
    public record Brighten(
            @Setting(value = "what is added", usual = "0.1", most = 1)
            double by,

            @Setting(value = "times", usual = "1", least = 1, most = 3)
            int times,

            @Setting(value = "which way", usual = "up") Way way,

            @Setting(value = "whether at all", usual = "true")
            boolean really,

            Psf psf)
            implements Stage {
        public enum Way {
            UP,
            DOWN
        }

        @Override
        public Phase phase() {
            return Phase.TONE;
        }

        @Override
        public Reach reach() {
            return new Reach.Whole();
        }

        @Override
        public Photo apply(Photo photo) {
            float sum = (float) (really ? by * times * (way == Way.UP ? 1 : -1) : 0);
            return photo.map(plane -> plane.map(x -> x + sum));
        }
    }

    private static final StageKind BRIGHTEN = StageKind.of(Brighten.class, "adds", "nobody");

    private static Photo run(Map<String, String> options) {
        Samples samples = new Samples(new Size(3, 2), 1, Depth.FLOAT);
        return new StageRun(BRIGHTEN, options).apply(samples, Optional.empty()).photo();
    }

    @Test
    void readsOptions() {
        assertEquals("brighten", BRIGHTEN.name());
        assertEquals(List.of("by", "times", "way", "really", "psf"), names());
        assertEquals(0.1, at(run(Map.of("psf", "disc:2"))), 1e-6);
        assertEquals(0.4, at(run(Map.of("psf", "motion:3:1", "by", "0.2", "times", "2"))), 1e-6);
        assertEquals(0, at(run(Map.of("psf", "disc:2", "really", "false"))), 1e-6);
        assertEquals(0, at(run(Map.of("psf", "disc:2", "way", "down"))), 1e-6); // clipped at black
    }

    private static List<String> names() {
        return BRIGHTEN.options().stream().map(StageKind.Option::name).toList();
    }

    private static float at(Photo photo) {
        return photo.planes().getFirst().at(1, 2);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertEquals("stage brighten has no option 'to'; it has by, times, way, really, psf", message("to", "1"));
        assertEquals("stage brighten: by may be 0 to 1; it was NaN", message("by", "NaN"));
        assertEquals("stage brighten: times may be 1 to 3; it was 1.5", message("times", "1.5"));
        assertEquals("stage brighten: way may be up, down; it was left", message("way", "left"));
        assertEquals("stage brighten: really may be true, false; it was yes", message("really", "yes"));
        assertTrue(message("psf", "disc").contains("motion:LENGTH:DEGREES"), message("psf", "disc"));
        assertTrue(message("by", "1").startsWith("stage brighten needs psf="), message("by", "1"));
    }

    private static String message(String option, String value) {
        return assertThrows(IllegalArgumentException.class, () -> run(Map.of(option, value)))
                .getMessage();
    }

    @Test
    void tilesOfALocalStageMeet() {
        Random random = new Random(5);
        Size size = new Size(1200, 70);
        Samples scan = new Samples(size, 1, Depth.BITS_16);
        scan.put(0, 0, new Photo(List.of(Plane.of(size, (_, _) -> random.nextFloat()))));
        Samples mask = new Samples(size, 1, Depth.BITS_8);
        mask.put(0, 0, new Photo(List.of(Plane.of(size, (row, column) -> (row + column) % 40 < 9 ? 1 : 0))));
        StageKind kind = Catalog.require("pull-push");
        Photo whole = new PullPush(new Mask(mask.photo().planes().getFirst())).apply(scan.photo());
        Photo tiled =
                new StageRun(kind, Map.of()).apply(scan, Optional.of(mask)).photo();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                assertEquals(
                        whole.planes().getFirst().at(row, column),
                        tiled.planes().getFirst().at(row, column),
                        1.0 / 65535);
            }
        }
    }

    @Test
    void tellsBeforeEachTileAndEndsWhenToldTo() {
        Samples scan = new Samples(new Size(3000, 8), 1, Depth.BITS_8);
        StageRun run = new StageRun(Catalog.require("adaptive-median"), Map.of());
        List<Double> shares = new ArrayList<>();
        run.apply(scan, Optional.empty(), Depth.BITS_8, shares::add);
        assertEquals(List.of(0.0, 1 / 3.0, 2 / 3.0), shares);
        assertThrows(
                CancellationException.class, () -> run.apply(scan, Optional.empty(), Depth.BITS_8, StageRunTest::stop));
    }

    private static void stop(double share) {
        if (share > 0.5) {
            throw new CancellationException();
        }
    }

    @Test
    void saysWhatIsMissing() {
        Samples scan = new Samples(new Size(4, 4), 1, Depth.BITS_8);
        StageRun fill = new StageRun(Catalog.require("pull-push"), Map.of());
        assertEquals(
                "stage pull-push must be told what is lost: give it a mask",
                assertThrows(IllegalArgumentException.class, () -> fill.apply(scan, Optional.empty()))
                        .getMessage());
        Samples other = new Samples(new Size(5, 4), 1, Depth.BITS_8);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> fill.apply(scan, Optional.of(other)))
                .getMessage()
                .contains("the mask is 5 x 4 pixels, the photo 4 x 4"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Catalog.require("magic"))
                .getMessage()
                .contains("there is no stage 'magic'"));
    }
}
