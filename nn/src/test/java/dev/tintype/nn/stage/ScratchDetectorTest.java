package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchDetectorTest {
    private static final Size SIZE = new Size(64, 32);
    private static final FreshParameters UNTRAINED = new FreshParameters(4, Map.of());
    private static final ScratchNet FIRST = ScratchNet.of(UNTRAINED, SmallWeights.SMALL_DETECTOR);

    private static float pattern(int row, int column) {
        return (row * 31 + column * column * 7) % 50 / 50f;
    }

    /// A network for a second look that knows nothing and says the same everywhere.
    private static ScratchNet always(double logit) {
        return always(logit, SmallWeights.SMALL_SECOND_LOOK);
    }

    private static ScratchNet always(double logit, ScratchNet.Plan plan) {
        FreshParameters parameters = new FreshParameters(
                4, Map.of("head.weight", Tensor.zeros(4, 4, 3, 3), "head.bias", Tensor.full(logit, 4)));
        return ScratchNet.of(parameters, plan);
    }

    /// How many pixels are lost in part at least where the first look says the same everywhere.
    private static long lost(double first, Optional<ScratchNet> second) {
        Samples found =
                new ScratchDetector(always(first, SmallWeights.SMALL_DETECTOR), second).find(patterned(), _ -> {});
        return IntStream.range(0, SIZE.area())
                .filter(i -> found.raw(0, i / SIZE.width(), i % SIZE.width()) > 0)
                .count();
    }

    private static Samples patterned() {
        return Samples.of(new Photo(List.of(Plane.of(SIZE, ScratchDetectorTest::pattern))), Depth.BITS_8);
    }

    @Test
    void findsInAMirroredPhotoWhatItFindsInThePhoto() {
        ScratchDetector detector = new ScratchDetector(FIRST, Optional.empty());
        Plane lost = detector.find(new Photo(List.of(Plane.of(SIZE, ScratchDetectorTest::pattern))))
                .damage();
        Plane mirrored = detector.find(new Photo(List.of(
                        Plane.of(SIZE, (row, column) -> pattern(row, SIZE.width() - 1 - column)))))
                .damage();
        float least = 1;
        float most = 0;
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                assertEquals(lost.at(row, column), mirrored.at(row, SIZE.width() - 1 - column), 1e-4);
                least = Math.min(least, lost.at(row, column));
                most = Math.max(most, lost.at(row, column));
            }
        }
        assertTrue(most - least > 0.1, "there is something to find");
    }

    @Test
    void bothLooksCount() {
        Samples alone = new ScratchDetector(FIRST, Optional.empty()).find(patterned(), _ -> {});
        Samples more = new ScratchDetector(FIRST, Optional.of(always(6))).find(patterned(), _ -> {});
        Samples less = new ScratchDetector(FIRST, Optional.of(always(-6))).find(patterned(), _ -> {});
        long gained = 0;
        long given = 0;
        for (int i = 0; i < SIZE.area(); i++) {
            float first = alone.raw(0, i / SIZE.width(), i % SIZE.width());
            float up = more.raw(0, i / SIZE.width(), i % SIZE.width());
            float down = less.raw(0, i / SIZE.width(), i % SIZE.width());
            assertTrue(up >= first && first >= down, up + ", " + first + ", " + down);
            gained += up > first ? 1 : 0;
            given += first > down ? 1 : 0;
        }
        assertTrue(gained > 0 && given > 0, gained + " surer, " + given + " less sure");
    }

    @Test
    void aSecondLookTakesBackOnlyWhatHalfTheSizeDoesNotShow() {
        assertTrue(lost(-0.5, Optional.empty()) > 0, "some is believed in part");
        assertEquals(0, lost(-0.5, Optional.of(always(-6))));
        assertTrue(lost(3, Optional.of(always(-6))) > 0, "a wide mark stays");
    }

    @Test
    void tellsBothLooksHowFarItIs() {
        List<Double> heard = new ArrayList<>();
        new ScratchDetector(FIRST, Optional.of(always(0))).find(patterned(), heard::add);
        assertEquals(List.of(0.0, 0.5, 0.5), heard);
        heard.clear();
        new ScratchDetector(FIRST, Optional.empty()).find(patterned(), heard::add);
        assertEquals(List.of(0.0, 1.0), heard);
    }

    @Test
    void aSecondLookThatHeedsNothingItIsToldIsAFirstOne() {
        ScratchNet second = ScratchNet.of(new FreshParameters(5, UNTRAINED.tensors()), SmallWeights.SMALL_SECOND_LOOK);
        Photo photo = patterned().photo();
        List<Plane> told = new ScratchDetector(FIRST, Optional.empty()).hints(patterned());
        float[] untold = MarkLook.at(FIRST, photo, List.of(), false).toArray();
        assertArrayEquals(
                untold, MarkLook.at(second, photo, List.of(told), false).toArray(), 1e-5f);
    }
}
