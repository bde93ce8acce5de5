package dev.tintype.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyramidTest {
    @TempDir
    Path folder;

    @Test
    void cutsEveryLevelIntoTiles() throws IOException {
        Size size = new Size(1300, 700);
        Pyramid.write(new Scan(new Samples(size, 3, Depth.BITS_16), Optional.empty(), Metadata.NONE), folder);
        assertEquals(2, Pyramid.last(size));
        assertEquals(new Size(325, 175), size("0/0_0.jpg"));
        assertEquals(new Size(138, 350), size("1/1_0.jpg"));
        assertEquals(new Size(276, 188), size("2/2_1.jpg"));
        assertFalse(Files.exists(folder.resolve("2/3_0.jpg")));
    }

    @Test
    void halvesByMeans() {
        Samples samples = new Samples(new Size(3, 2), 1, Depth.BITS_16);
        samples.put(0, 0, 0, 65535);
        samples.put(0, 1, 1, 65535);
        samples.put(0, 0, 2, 65535);
        Samples half = Pyramid.halved(samples);
        assertEquals(new Size(2, 1), half.size());
        assertEquals(128, half.raw(0, 0, 0));
        assertEquals(128, half.raw(0, 0, 1));
    }

    @Test
    void aSmallPhotoIsOneTile() throws IOException {
        Pyramid.writeSmall(
                new Scan(new Samples(new Size(40, 30), 1, Depth.BITS_8), Optional.empty(), Metadata.NONE), folder);
        assertEquals(0, Pyramid.last(new Size(512, 512)));
        assertTrue(Files.exists(folder.resolve("0/0_0.jpg")));
    }

    private Size size(String tile) {
        return PhotoReader.read(folder.resolve(tile)).samples().size();
    }
}
