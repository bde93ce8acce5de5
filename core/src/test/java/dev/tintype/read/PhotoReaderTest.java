package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
    private static final Samples RGB =
            PhotoReader.read(Specimen.file("rgb.png")).samples();
    private static final Samples RGB_16 =
            PhotoReader.read(Specimen.file("rgb16.png")).samples();

    @Test
    void agreesWithImageMagickOnTheFirstFile() {
        assertEquals("35425 27468 25259", at(RGB_16, 5, 7)); // convert rgb16.png[1x1+7+5] txt:
        assertEquals("137 106 98", at(RGB, 5, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.tif",
                "tiles.tif",
                "planes.tif",
                "packbits.tif",
                "rgb.bmp",
                "rgb.ppm",
                "ascii.ppm",
                "lossless.webp",
                "adam7-8.png",
                "alpha.png",
                "alpha.tif",
                "alpha.pam"
            })
    void readsEightBitsExactly(String name) {
        Samples samples = PhotoReader.read(Specimen.file(name)).samples();
        assertEquals(Depth.BITS_8, samples.depth());
        assertEquals(3, samples.channels());
        assertEquals(0, Specimen.difference(samples, RGB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rgb16.tif", "lzw-big-endian.tif", "bigtiff.tif", "bigtiff-tiles.tif", "adam7.png", "bits32.tif"
            })
    void readsSixteenBitsExactly(String name) {
        Samples samples = PhotoReader.read(Specimen.file(name)).samples();
        assertEquals(Depth.BITS_16, samples.depth());
        assertEquals(0, Specimen.difference(samples, RGB_16));
    }

    @ParameterizedTest
    @CsvSource({
        "rgb.jpg, 0.08, 3, BITS_8",
        "progressive.jpg, 0.08, 3, BITS_8",
        "cmyk.jpg, 0.08, 3, BITS_8",
        "cmyk.tif, 0.01, 3, BITS_8",
        "lab.tif, 0.06, 3, BITS_8",
        "jpeg.tif, 0.2, 3, BITS_8",
        "lossy.webp, 0.2, 3, BITS_8",
        "palette.tif, 0.2, 3, BITS_8",
        "palette.png, 0.2, 3, BITS_8",
        "palette.bmp, 0.2, 3, BITS_8",
        "palette.gif, 0.2, 3, BITS_8",
        "multiplied.tif, 0.01, 3, BITS_8",
        "bits12.tif, 0.0005, 3, BITS_16",
        "float.tif, 0.00001, 3, FLOAT",
        "half.tif, 0.001, 3, FLOAT",
    })
    void readsTheRestClosely(String name, double tolerance, int channels, Depth depth) {
        Samples samples = PhotoReader.read(Specimen.file(name)).samples();
        assertEquals(channels, samples.channels());
        assertEquals(depth, samples.depth());
        double difference = Specimen.difference(samples, RGB_16);
        assertTrue(difference < tolerance, name + " differs by " + difference);
    }

    @Test
    void progressiveIsTheSameAsBaseline() {
        Samples baseline = PhotoReader.read(Specimen.file("rgb.jpg")).samples();
        Samples progressive = PhotoReader.read(Specimen.file("progressive.jpg")).samples();
        assertEquals(0, Specimen.difference(baseline, progressive));
    }

    @ParameterizedTest
    @CsvSource({
        "grey.tif, grey.tif, 0, BITS_8",
        "grey.jpg, grey.tif, 0.05, BITS_8",
        "bits4.tif, grey.tif, 0.07, BITS_8",
        "bits4.png, grey.tif, 0.07, BITS_8",
        "grey16.tif, grey16.pgm, 0, BITS_16",
        "bits1.png, bits1.tif, 0, BITS_8",
        "bits1.pbm, bits1.tif, 0, BITS_8",
        "group3.tif, bits1.tif, 0, BITS_8",
        "group4.tif, bits1.tif, 0, BITS_8",
    })
    void greyStaysGrey(String name, String same, double tolerance, Depth depth) {
        Samples samples = PhotoReader.read(Specimen.file(name)).samples();
        assertEquals(1, samples.channels());
        assertEquals(depth, samples.depth());
        Samples expected = PhotoReader.read(Specimen.file(same)).samples();
        assertEquals(0, Specimen.difference(samples, expected), tolerance);
    }

    @Test
    void whiteIsZeroIsTurnedAround() {
        // ImageMagick wrote grey levels without turning them, so the file is a negative
        Samples negative = PhotoReader.read(Specimen.file("white-is-zero.tif")).samples();
        Samples positive = PhotoReader.read(Specimen.file("grey.tif")).samples();
        assertEquals(255, negative.raw(0, 5, 7) + positive.raw(0, 5, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.png", "alpha.tif", "alpha.pam", "alpha.webp", "multiplied.tif"})
    void keepsOpacity(String name) {
        Scan scan = PhotoReader.read(Specimen.file(name));
        assertEquals(128, scan.alpha().orElseThrow().raw(0, 5, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"said.jpg", "said.tif", "said.png", "said.webp"})
    void findsWhatAFileSays(String name) {
        Metadata metadata = PhotoReader.read(Specimen.file(name)).metadata();
        assertEquals(300, metadata.dpi());
        assertEquals(488, metadata.icc().orElseThrow().length());
        assertTrue(text(metadata.exif().orElseThrow().toArray()).contains("A. Photographer"));
        assertTrue(text(metadata.exif().orElseThrow().toArray()).contains("1931:05:17 10:00:00"));
        String xmp = text(metadata.xmp().orElseThrow().toArray());
        assertTrue(xmp.contains("Harbour"), xmp);
        assertFalse(xmp.matches("(?s).*tiff:Orientation[^0-9]*6.*"), xmp);
        if (!name.endsWith("webp")) { // which has no place for it
            assertTrue(text(metadata.iptc().orElseThrow().toArray()).contains("Harbour in 1931"));
        }
    }

    @ParameterizedTest
    @CsvSource({"said.jpg, rgb.jpg", "said.tif, rgb.tif", "said.png, rgb.png", "said.webp, lossless.webp"})
    void turnsUprightAndConvertsNoColour(String turned, String stored) {
        Samples upright = PhotoReader.read(Specimen.file(turned)).samples();
        Samples lying = PhotoReader.read(Specimen.file(stored)).samples();
        assertEquals(new Size(16, 24), upright.size());
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 24; column++) {
                assertEquals(at(lying, row, column), at(upright, column, 15 - row)); // a quarter turn to the right
            }
        }
    }

    @Test
    void refusesMorePixelsThanAllowed() {
        for (String name : new String[] {"rgb.png", "rgb.jpg", "bigtiff.tif", "lossy.webp", "palette.gif", "rgb.bmp"}) {
            var refused = assertThrows(
                    UnreadablePhotoException.class, () -> PhotoReader.read(Specimen.file(name), 24 * 16 - 1), name);
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("24 x 16 pixels are more than the limit of 383"),
                    name);
            assertEquals(
                    24,
                    PhotoReader.read(Specimen.file(name), 24 * 16)
                            .samples()
                            .size()
                            .width());
        }
    }

    @Test
    void knowsWhetherAFileHoldsASample() {
        Scan scan = PhotoReader.read(Specimen.file("rgb16.tif"));
        assertTrue(PhotoReader.holds(Specimen.file("rgb16.tif"), scan));
        assertTrue(PhotoReader.holds(Specimen.file("rgb16.png"), scan));
        assertFalse(PhotoReader.holds(Specimen.file("rgb.png"), scan));
        scan.samples().put(2, 15, 23, scan.samples().raw(2, 15, 23) + 1);
        assertFalse(PhotoReader.holds(Specimen.file("rgb16.tif"), scan));
    }

    private static String at(Samples samples, int row, int column) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < samples.channels(); c++) {
            text.append(c == 0 ? "" : " ").append((int) samples.raw(c, row, column));
        }
        return text.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
