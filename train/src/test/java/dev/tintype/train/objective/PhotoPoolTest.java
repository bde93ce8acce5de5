package dev.tintype.train.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhotoPoolTest {
    private static final int CAPACITY = 50;

    /// Two photos of one pixel, whose samples are their numbers.
    private static float[] exchange(PhotoPool pool, int number, int side) {
        try (Scope _ = Scope.open()) {
            float[] values = new float[2 * 3 * side * side];
            for (int i = 0; i < values.length; i++) {
                values[i] = number + i / (values.length / 2);
            }
            float[] given = pool.exchange(Tensor.of(values, 2, 3, side, side)).toArray();
            return new float[] {given[0], given[given.length - 1]};
        }
    }

    @Test
    void givesBackWhatWasPaintedUntilItIsFull() {
        PhotoPool pool = new PhotoPool(CAPACITY, 1);
        for (int number = 0; number < CAPACITY; number += 2) {
            assertArrayEquals(new float[] {number, number + 1}, exchange(pool, number, 1));
        }
    }

    @Test
    void thenGivesEarlierPhotosHalfOfTheTimeAndEachOnce() {
        PhotoPool pool = new PhotoPool(CAPACITY, 2);
        int earlier = 0;
        int all = 0;
        Set<Float> given = new HashSet<>();
        for (int number = 0; number < 400; number += 2) {
            float[] photos = exchange(pool, number, 1);
            for (int i = 0; i < 2; i++) {
                assertTrue(photos[i] <= number + i, "nothing from the future");
                if (number >= CAPACITY) {
                    earlier += photos[i] < number + i ? 1 : 0;
                    all++;
                    assertTrue(photos[i] >= CAPACITY || given.add(photos[i]), photos[i] + " came twice");
                }
            }
        }
        assertEquals(0.5, (double) earlier / all, 0.1);
    }

    @Test
    void goesOnAfterAPause() {
        PhotoPool pool = new PhotoPool(CAPACITY, 3);
        for (int number = 0; number < 70; number += 2) {
            exchange(pool, number, 1);
        }
        PhotoPool other = new PhotoPool(CAPACITY, 3);
        exchange(other, 500, 1);
        try (Scope _ = Scope.open()) {
            other.recall(pool.tensors());
        }
        for (int number = 70; number < 120; number += 2) {
            assertArrayEquals(exchange(pool, number, 1), exchange(other, number, 1));
        }
    }

    @Test
    void beginsAnewWithPhotosOfAnotherSize() {
        PhotoPool pool = new PhotoPool(CAPACITY, 4);
        for (int number = 0; number < 100; number += 2) {
            exchange(pool, number, 1);
        }
        for (int number = 100; number < 100 + CAPACITY; number += 2) {
            assertArrayEquals(new float[] {number, number + 1}, exchange(pool, number, 2));
        }
    }
}
