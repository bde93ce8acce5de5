package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeblurTrialTest {
    private static final Size SIZE = new Size(160, 120);
    private static final Step DEBLURRING =
            new Step("hyper-laplacian", true, Map.of("psf", "motion:9:0", "noise", "0"), "Motion blur");

    /// Bricks, blurred by nine pixels along the rows, then noisy.
    private static Photo photo(double noise) {
        Random random = new Random(3);
        Plane sharp = Plane.of(SIZE, (row, column) ->
                (float) ((row / 12 + (column + row / 12 * 9) / 23) % 2 == 0 ? 0.3 : 0.7));
        Plane blurred = Plane.of(SIZE, (row, column) -> {
            double sum = 0;
            for (int k = -4; k <= 4; k++) {
                sum += sharp.at(row, Math.clamp(column + k, 0, SIZE.width() - 1));
            }
            return (float) (sum / 9 + noise * random.nextGaussian());
        });
        return new Photo(List.of(blurred));
    }

    @Test
    void believesAPsfThatMakesThePhotoSharp() {
        Plan plan = new Plan(List.of(DEBLURRING), true);
        assertEquals(plan, new DeblurTrial(photo(0)).proven(plan));
    }

    @Test
    void switchesOffWhatMakesRipples() {
        Step first = new Step("total-variation", true, Map.of("weight", "0.001"), "");
        Plan plan = new Plan(List.of(first, DEBLURRING, new Step("scene", true, Map.of(), "")), true);
        Plan proven = new DeblurTrial(photo(0.02)).proven(plan);
        assertEquals(first, proven.steps().getFirst());
        assertFalse(proven.steps().get(1).on());
        assertTrue(proven.steps()
                .get(1)
                .reason()
                .matches("Motion blur; off, for a trial made the photo \\d+ times as rough"));
        assertTrue(proven.steps().get(2).on());
    }

    /// A photo that moved by three pixels: taking back five brings stripes across them, within black and white.
    @Test
    void switchesOffAMovementThatLeavesStripes() {
        Photo still = new Photo(List.of(Plane.of(SIZE, (row, column) -> {
            double sum = 0;
            for (int k = -1; k <= 1; k++) {
                sum += ((row + k) / 12 + (column + row / 12 * 9) / 23) % 2 == 0 ? 0.4 : 0.6;
            }
            return Math.round(255 * sum / 3) / 255f;
        })));
        Step wrong = new Step("hyper-laplacian", true, Map.of("psf", "motion:5:90", "noise", "0"), "Motion blur");
        Step proven = new DeblurTrial(still)
                .proven(new Plan(List.of(wrong), true))
                .steps()
                .getFirst();
        assertFalse(proven.on());
        assertTrue(proven.reason().endsWith(" times as rough"), proven.reason());
    }

    @Test
    void switchesOffWhatGoesBeyondBlackAndWhite() {
        Photo contrasty = photo(0).map(plane -> plane.map(x -> 2.1f * x - 0.55f));
        Step wrong = new Step("hyper-laplacian", true, Map.of("psf", "motion:11:0", "noise", "0"), "Motion blur");
        Step proven = new DeblurTrial(contrasty)
                .proven(new Plan(List.of(wrong), true))
                .steps()
                .getFirst();
        assertFalse(proven.on());
        assertTrue(
                proven.reason().matches("Motion blur; off, for a trial went .* of 255 beyond black and white"),
                proven.reason());
        Plan right = new Plan(List.of(DEBLURRING), true);
        assertEquals(right, new DeblurTrial(contrasty).proven(right));
    }
}
