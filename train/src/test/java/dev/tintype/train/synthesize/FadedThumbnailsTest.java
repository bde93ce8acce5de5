package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FadedThumbnailsTest {
    private static final Size SIZE = new Size(200, 180);

    /// A photo of all tones and colours.
    private static Photo colours() {
        return new Photo(List.of(
                Plane.of(SIZE, (row, column) -> column / 199f),
                Plane.of(SIZE, (row, column) -> row / 179f),
                Plane.of(SIZE, (row, column) -> (row + column) % 100 / 99f)));
    }

    @Test
    void whatIsCalledSoundHasItsTones() {
        FadedThumbnails thumbnails =
                new FadedThumbnails(new PhotoLibrary(List.of(Samples.of(colours(), Depth.BITS_8)), List.of()));
        int faded = 0;
        for (int seed = 0; seed < 200; seed++) {
            FadedThumbnail thumbnail = thumbnails.sample(seed);
            double change = FadedThumbnails.difference(thumbnail.aged(), thumbnail.sound());
            if (thumbnail.faded()) {
                faded++;
                assertTrue(change > 0.025, "seed " + seed + " faded by " + change);
            } else {
                assertTrue(change < 0.08, "seed " + seed + " is called sound and changed by " + change);
            }
        }
        assertTrue(faded > 70 && faded < 115, faded + " of 200");
    }

    @Test
    void sepiaIsOneColourForEachToneAndHalfOfItIsBrownWhereItIsBlack() {
        Photo dark = colours().map(plane -> plane.map(x -> Math.max(0, x - 0.6f)));
        int brown = 0;
        for (int seed = 0; seed < 100; seed++) {
            Photo sepia = Toning.random(dark, new Recipe(new Random(seed)), 0, 1);
            assertEquals(sepia.planes().get(1).at(20, 30), sepia.planes().get(1).at(21, 31), 1e-6, "both were black");
            double red = sepia.planes().get(0).at(20, 30);
            double blue = sepia.planes().get(2).at(20, 30);
            assertTrue(red >= blue && red <= 0.2);
            brown += red - blue > 0.005 ? 1 : 0;
        }
        assertTrue(brown > 35 && brown < 65, brown + " of 100");
    }
}
