package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkHintsTest {
    private static final Size SIZE = new Size(60, 40);

    /// A grey ramp with a bright line in rows 20 and 21.
    private static Samples scan() {
        return samples((row, column) -> row / 2 == 10 ? 250 : 40 + 2 * column);
    }

    /// The left half of the line is surely a mark.
    private static MarkHints hints() {
        Samples found = samples((row, column) -> row / 2 == 10 && column < 30 ? 240 : 3);
        return new MarkHints(found, MarkColours.of(scan(), found));
    }

    private static Samples samples(Plane.Sampler values) {
        Samples samples = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                samples.put(0, row, column, values.at(row, column));
            }
        }
        return samples;
    }

    @Test
    void saysWhatWasFoundAndWhereItsColourIsMetAgain() {
        List<Plane> planes = hints().planes(scan(), new Region(0, 0, SIZE));
        assertEquals(
                0.5 + LogOdds.of(240 / 255.0) / 2 / LogOdds.of(1), planes.get(0).at(20, 5), 1e-4);
        assertTrue(planes.get(0).at(20, 50) < 0.2, "not found");
        assertTrue(planes.get(1).at(20, 50) > 0.7, "but of the colour of what was");
        assertEquals(0, planes.get(1).at(5, 50), 1e-4, "other colours are rarer in marks than elsewhere");
    }

    @Test
    void aPartIsCutOutOfTheWhole() {
        List<Plane> whole = hints().planes(scan(), new Region(0, 0, SIZE));
        List<Plane> part = hints().planes(scan(), new Region(18, 20, new Size(30, 8)));
        for (int plane = 0; plane < 2; plane++) {
            assertArrayEquals(
                    whole.get(plane).crop(new Region(18, 20, new Size(30, 8))).toArray(),
                    part.get(plane).toArray());
        }
    }

    @Test
    void theNetworkSeesThemBesideThePhoto() {
        try (Scope _ = Scope.open()) {
            List<Plane> planes = hints().planes(scan(), new Region(0, 0, SIZE));
            Tensor untold = MarkHints.input(List.of(scan().photo()), List.of());
            Tensor told = MarkHints.input(List.of(scan().photo()), List.of(planes));
            assertArrayEquals(new long[] {1, 3, 40, 60}, untold.shape());
            assertArrayEquals(new long[] {1, 5, 40, 60}, told.shape());
            assertArrayEquals(untold.toArray(), told.narrow(1, 0, 3).toArray());
            float[] colours = told.narrow(1, 4, 1).toArray();
            assertEquals(2 * planes.get(1).at(20, 50) - 1, colours[20 * 60 + 50], 1e-4);
            assertEquals(-1, colours[5 * 60 + 50], 1e-4);
        }
    }
}
