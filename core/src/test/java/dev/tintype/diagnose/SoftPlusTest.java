package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SoftPlusTest {
    @Test
    void isTheFunctionAndItsSlopeEverywhere() {
        for (double x = -40; x <= 40; x += 0.137) {
            assertEquals(Math.log1p(Math.exp(x)), SoftPlus.of(x), 1e-5);
            assertEquals(1 / (1 + Math.exp(-x)), SoftPlus.slope(x), 1e-5);
        }
        assertEquals(1e9, SoftPlus.of(1e9));
        assertEquals(0, SoftPlus.of(-1e9));
    }
}
