package dev.tintype.train.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final List<Double> DECIBELS =
            List.of(24.1, 27.9, 22.4, 30.2, 25.5, 26.1, 19.3, 28.8, 23.7, 25.0, 31.4, 21.6, 26.6, 24.9);

    /// Values of `scipy.stats.bootstrap`, percentile method, 100000 samples.
    @Test
    void agreesWithSciPy() {
        Interval interval = Interval.of(DECIBELS);
        assertEquals(25.5357, interval.mean(), 1e-4);
        assertEquals(23.8643, interval.low(), 0.07);
        assertEquals(27.2214, interval.high(), 0.07);
        assertEquals(14, interval.count());
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(Interval.of(DECIBELS), Interval.of(DECIBELS));
    }

    @Test
    void isAPointForEqualNumbers() {
        assertEquals(new Interval(2, 2, 2, 3), Interval.of(List.of(2.0, 2.0, 2.0)));
    }
}
