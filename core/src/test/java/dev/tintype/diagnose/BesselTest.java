package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BesselTest {
    @Test
    void agreesWithTheTables() {
        assertEquals(0, Bessel.j1(0), 1e-9);
        assertEquals(0.4400505857, Bessel.j1(1), 1e-7);
        assertEquals(0.3390589585, Bessel.j1(3), 1e-7);
        assertEquals(-0.3275791376, Bessel.j1(5), 1e-7);
        assertEquals(0.0434727462, Bessel.j1(10), 1e-7);
    }
}
