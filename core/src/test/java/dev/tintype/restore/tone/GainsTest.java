package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Photo;
import org.junit.jupiter.api.Test;

class GainsTest {
    @Test
    void multipliesEachChannel() {
        Photo multiplied = new Gains(0.5, 1, 0.8).apply(TonePhotos.colourful());
        assertEquals(0.5 * TonePhotos.mean(TonePhotos.colourful(), 0), TonePhotos.mean(multiplied, 0), 1e-6);
        assertEquals(0.8 * TonePhotos.mean(TonePhotos.colourful(), 2), TonePhotos.mean(multiplied, 2), 1e-6);
    }
}
