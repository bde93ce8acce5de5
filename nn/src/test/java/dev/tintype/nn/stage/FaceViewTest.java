package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FaceViewTest {
    private static final int SIDE = 64;
    private static final Size SIZE = new Size(80, 70);
    private static final Similarity PLACE = new Similarity(1, 0, 5, 3); // from (row, column) to (row + 3, column + 5)

    /// Soft waves, of which a pattern of one pixel can be a part.
    private static Samples waves(DoubleUnaryOperator tone, double noise) {
        Random random = new Random(3);
        Samples samples = new Samples(SIZE, 1, Depth.FLOAT);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                double wave = 0.5 + 0.2 * Math.sin(0.1 * row) * Math.sin(0.08 * column);
                samples.put(0, row, column, (float) (tone.applyAsDouble(wave) + noise * random.nextGaussian()));
            }
        }
        return samples;
    }

    private static double difference(Plane one, Plane other) {
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            sum += Math.abs(one.at(i / SIDE, i % SIDE) - other.at(i / SIDE, i % SIDE)) / SIDE / SIDE;
        }
        return sum;
    }

    private static FaceView view(Samples mended, Samples scan, Optional<Samples> lost) {
        return FaceView.of(mended, scan, lost, PLACE, SIDE);
    }

    @Test
    void showsTheScanInTheTonesOfWhatWasMended() {
        Samples mended = waves(x -> x, 0);
        FaceView faded = view(mended, waves(x -> 0.3 + 0.5 * x, 0), Optional.empty());
        assertEquals(
                0,
                difference(
                        faded.original().planes().getFirst(),
                        faded.mended().planes().getFirst()),
                1e-3);
        assertEquals(mended.raw(0, 13, 25), faded.mended().planes().getFirst().at(10, 20), 1e-6);
    }

    /// A line that is fitted to single pixels is flatter, the more noise there is.
    @Test
    void noiseDoesNotFlattenTheScan() {
        FaceView noisy = view(waves(x -> x, 0), waves(x -> x, 0.15), Optional.empty());
        Plane mended = noisy.mended().planes().getFirst();
        Plane original = noisy.original().planes().getFirst();
        double away = difference(original, mended);
        assertEquals(0.15 * Math.sqrt(2 / Math.PI), away, 0.02, "as noisy as it came");
    }

    @Test
    void whatWasLostShowsAsItWasFilled() {
        Samples scratched = waves(x -> x, 0);
        Samples lost = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 30; column < 32; column++) {
                scratched.put(0, row, column, 1);
                lost.put(0, row, column, 255);
            }
        }
        Samples mended = waves(x -> x, 0);
        Plane hidden =
                view(mended, scratched, Optional.of(lost)).original().planes().getFirst();
        Plane shown =
                view(mended, scratched, Optional.empty()).original().planes().getFirst();
        assertEquals(
                0,
                difference(
                        hidden,
                        view(mended, mended, Optional.empty()).mended().planes().getFirst()),
                1e-3);
        assertTrue(shown.at(20, 26) > hidden.at(20, 26) + 0.1, "without a mask the scratch is seen");
    }

    @Test
    void aScanThatNothingWasDoneToIsSeenTwice() {
        Samples scan = waves(x -> x, 0.1);
        FaceView view = view(scan, scan, Optional.empty());
        assertSame(view.mended(), view.original());
    }
}
