package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalContrastTest {
    private static final LocalContrast USUAL = new LocalContrast(0.5, 32, 0.03);

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
