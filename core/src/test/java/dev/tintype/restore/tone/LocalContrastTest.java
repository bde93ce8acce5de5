package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalContrastTest {
    private static final LocalContrast USUAL = new LocalContrast(0.5, 32, 0.03);

    @Test
    void keepsThePromisesOfTones() {
        TonePhotos.checkPromises(USUAL);
    }

    @Test
    void strengthensForms() {
        Photo flat = form(0.05);
        assertTrue(range(USUAL.apply(flat)) > 1.25 * range(flat));
    }

    @Test
    void doesNotStrengthenGrain() {
        Random random = new Random(2);
        Photo grainy = form(0).map(plane -> plane.map(x -> x + 0.02f * (float) random.nextGaussian()));
        assertEquals(deviation(grainy), deviation(USUAL.apply(grainy)), 0.1 * deviation(grainy));
    }

    @Test
    void givesOnATileWhatItGivesOnTheWhole() {
        LocalContrast small = new LocalContrast(1, 8, 0.03);
        Region tile = new Region(0, 16, new Size(80, 80));
        Plane whole = small.apply(TonePhotos.colourful()).crop(tile).planes().get(1);
        Plane part = small.apply(TonePhotos.colourful().crop(tile)).planes().get(1);
        for (int row = 0; row < 80; row++) {
            for (int column = 16; column < 80; column++) {
                assertEquals(whole.at(row, column), part.at(row, column), 1e-6f);
            }
        }
    }

    @Test
    void refusesOptionsThatAreNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new LocalContrast(Double.NaN, 32, 0.03));
        assertThrows(IllegalArgumentException.class, () -> new LocalContrast(1, 32, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new LocalContrast(1, 0, 0.03));
    }

    private static Photo form(double amplitude) {
        return new Photo(List.of(Plane.of(TonePhotos.SIZE, (row, column) ->
                (float) (0.5 + amplitude * Math.sin(column * 0.3) * Math.sin(row * 0.3)))));
    }

    private static double range(Photo photo) {
        return Colours.percentile(photo.planes(), 0.99) - Colours.percentile(photo.planes(), 0.01);
    }

    private static double deviation(Photo photo) {
        double mean = TonePhotos.mean(photo, 0);
        double sum = 0;
        for (float sample : photo.planes().getFirst().toArray()) {
            sum += (sample - mean) * (sample - mean);
        }
        return Math.sqrt(sum / photo.size().area());
    }
}
