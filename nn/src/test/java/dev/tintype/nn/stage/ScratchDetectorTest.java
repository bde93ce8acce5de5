package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchDetectorTest {
    private static final Size SIZE = new Size(64, 32);

    private static float pattern(int row, int column) {
        return (row * 31 + column * column * 7) % 50 / 50f;
    }

    @Test
    void findsInAMirroredPhotoWhatItFindsInThePhoto() {
        ScratchDetector detector =
                new ScratchDetector(ScratchNet.of(new FreshParameters(4, Map.of()), SmallWeights.SMALL_DETECTOR));
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
}
