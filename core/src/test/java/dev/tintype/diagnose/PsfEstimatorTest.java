package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsfEstimatorTest {
    private static final Path BENCH = Path.of(System.getProperty("bench.dir", "../../shared/bench"), "classical");

    private static Photo read(String name) {
        Path file = BENCH.resolve(name + ".png");
        assumeTrue(Files.exists(file), file + " is not there");
        return PhotoReader.read(file).samples().photo();
    }

    @Test
    void findsMovements() {
        for (String name : List.of("camera", "astronaut")) {
            for (int noise : new int[] {0, 1, 5}) {
                PsfEstimate estimate = PsfEstimator.estimate(read("%s__motion15_a30_n0%d".formatted(name, noise)));
                assertEquals(PsfFamily.MOTION, estimate.family());
                assertEquals(15, estimate.size(), 0.4, name + noise);
                assertEquals(30, estimate.degrees(), 0.7, name + noise);
                assertTrue(estimate.confidence() > 0.9);
            }
        }
        PsfEstimate level = PsfEstimator.estimate(read("camera__motion09_a00_n05"));
        assertEquals(9, level.size(), 0.3);
        assertEquals(90, (level.degrees() + 90) % 180, 0.7);
        PsfEstimate steep = PsfEstimator.estimate(read("camera__motion25_a75_n00"));
        assertEquals(25, steep.size(), 0.4);
        assertEquals(75, steep.degrees(), 0.7);
    }

    @Test
    void findsDefocus() {
        PsfEstimate estimate = PsfEstimator.estimate(read("astronaut__defocus5_n05"));
        assertEquals(PsfFamily.DISC, estimate.family());
        assertEquals(5, estimate.size(), 0.15);
        assertEquals(3, PsfEstimator.estimate(read("camera__defocus3_n00")).size(), 0.15);
    }

    @Test
    void leavesSharpPhotosAlone() {
        for (String name : List.of("camera", "astronaut")) {
            assertEquals(
                    PsfFamily.NONE, PsfEstimator.estimate(read("ref/" + name)).family());
        }
    }

    @Test
    void saysNothingOfPhotosThatShowNothing() {
        for (Size size : List.of(new Size(1, 1), new Size(20, 300), new Size(64, 64))) {
            PsfEstimate estimate = PsfEstimator.estimate(new Photo(List.of(Plane.of(size, (_, _) -> 0.5f))));
            assertEquals(PsfFamily.NONE, estimate.family());
            assertEquals(0, estimate.confidence());
            assertEquals(new Size(1, 1), estimate.psf().size());
        }
    }
}
