package dev.tintype.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Bytes;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.read.Specimen;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoWriterTest {
    private static final Size SIZE = new Size(301, 97);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "png, 1, BITS_8, false",
        "png, 3, BITS_8, true",
        "png, 1, BITS_16, true",
        "png, 3, BITS_16, false",
        "png, 3, BITS_16, true",
        "tif, 1, BITS_8, true",
        "tif, 3, BITS_8, false",
        "tif, 1, BITS_16, false",
        "tif, 3, BITS_16, false",
        "tif, 3, BITS_16, true",
        "tif, 1, FLOAT, false",
        "tif, 3, FLOAT, true",
    })
    void noiseComesBackExactly(String extension, int channels, Depth depth, boolean alpha) {
        Optional<Samples> opacity = alpha ? Optional.of(Specimen.noise(SIZE, 1, depth, 2)) : Optional.empty();
        Scan scan = new Scan(Specimen.noise(SIZE, channels, depth, 1), opacity, Metadata.NONE);
        Path file = written(scan, "noise." + extension);
        Scan again = PhotoReader.read(file);
        assertEquals(depth, again.samples().depth());
        assertEquals(channels, again.samples().channels());
        assertEquals(0, Specimen.difference(scan.samples(), again.samples()));
        assertEquals(alpha, again.alpha().isPresent());
        opacity.ifPresent(expected ->
                assertEquals(0, Specimen.difference(expected, again.alpha().orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource({"png, 3, BITS_16", "png, 1, BITS_8", "tif, 3, BITS_8", "tif, 1, BITS_8"})
    void theJdkReadsTheSame(String extension, int channels, Depth depth) throws IOException { // no TIFF of 16 bits
        Samples samples = Specimen.noise(SIZE, channels, depth, 3);
        Path file = written(new Scan(samples, Optional.empty(), Metadata.NONE), "noise." + extension);
        var readers = ImageIO.getImageReadersByFormatName(extension.equals("tif") ? "tiff" : "png");
        while (readers.hasNext()) {
            var reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) {
                reader.setInput(ImageIO.createImageInputStream(file.toFile()));
                BufferedImage picture = reader.read(0);
                for (int row = 0; row < SIZE.height(); row++) {
                    assertEquals(
                            samples.raw(channels - 1, row, 300),
                            picture.getRaster().getSample(300, row, channels - 1));
                }
            }
        }
    }

    @Test
    void jpegIsCloseAndKeepsGreyGrey() {
        Scan scan = PhotoReader.read(Specimen.file("rgb16.png"));
        Scan colour = PhotoReader.read(written(scan, "colour.jpg"));
        assertEquals(Depth.BITS_8, colour.samples().depth());
        assertEquals(0, Specimen.difference(scan.samples(), colour.samples()), 0.07);
        Scan grey = PhotoReader.read(Specimen.file("grey16.tif"));
        Scan greyAgain = PhotoReader.read(written(grey, "grey.jpeg"));
        assertEquals(1, greyAgain.samples().channels());
        assertEquals(0, Specimen.difference(grey.samples(), greyAgain.samples()), 0.03);
    }

    @Test
    void floatsBecomeSixteenBitsInPng() {
        Scan scan = new Scan(Specimen.noise(SIZE, 3, Depth.FLOAT, 4), Optional.empty(), Metadata.NONE);
        scan.samples().put(0, 0, 0, 1.5f);
        Samples again = PhotoReader.read(written(scan, "float.png")).samples();
        assertEquals(Depth.BITS_16, again.depth());
        assertEquals(65535, again.raw(0, 0, 0));
        scan.samples().put(0, 0, 0, 1f);
        assertEquals(0, Specimen.difference(scan.samples(), again), 0.5 / 65535 + 1e-7);
    }

    @ParameterizedTest
    @CsvSource({
        "said.png, png",
        "said.tif, tif",
        "said.jpg, jpg",
        "said.jpg, png",
        "said.tif, png",
        "said.tif, jpg",
        "said.png, jpg",
        "said.webp, png"
    })
    void allThatWasSaidReachesTheOutput(String name, String extension) {
        Scan scan = PhotoReader.read(Specimen.file(name));
        assertEquals(
                scan.metadata(),
                PhotoReader.read(written(scan, "out." + extension)).metadata());
    }

    @ParameterizedTest
    @CsvSource({"said.png", "said.jpg", "said.webp"})
    void tiffKeepsTheWordsAndTheCamera(String name) {
        Metadata before = PhotoReader.read(Specimen.file(name)).metadata();
        Scan scan = PhotoReader.read(Specimen.file(name));
        Metadata after = PhotoReader.read(written(scan, "out.tif")).metadata();
        assertEquals(before.icc(), after.icc());
        assertEquals(before.xmp(), after.xmp());
        assertEquals(before.iptc(), after.iptc());
        assertEquals(before.dpi(), after.dpi());
        String exif = new String(after.exif().orElseThrow().toArray(), ISO_8859_1);
        for (String word : List.of("A. Photographer", "Harbour, 1931", "1931:05:17 10:00:00")) {
            assertTrue(exif.contains(word), word);
        }
    }

    @Test
    void longProfilesAndTextsFit() {
        byte[] profile = new byte[200_000];
        System.arraycopy(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData(), 0, profile, 0, 400);
        byte[] iptc = new byte[150_000];
        iptc[0] = 0x1C;
        Metadata metadata = new Metadata(
                Optional.of(Bytes.of(profile)), Optional.empty(), Optional.empty(), Optional.of(Bytes.of(iptc)), 1200);
        Scan scan = PhotoReader.read(Specimen.file("rgb.png")).with(metadata);
        for (String name : List.of("long.jpg", "long.png", "long.tif")) {
            assertEquals(metadata, PhotoReader.read(written(scan, name)).metadata(), name);
        }
    }

    @Test
    void pngLeavesAProfileOutThatDoesNotFit() {
        Optional<Bytes> rgb =
                PhotoReader.read(Specimen.file("said.png")).metadata().icc();
        Scan grey = PhotoReader.read(Specimen.file("grey.tif")).with(Metadata.NONE.withIcc(rgb));
        assertEquals(
                Optional.empty(),
                PhotoReader.read(written(grey, "grey.png")).metadata().icc());
        assertEquals(rgb, PhotoReader.read(written(grey, "grey.tif")).metadata().icc());
    }

    @Test
    void enlargedPhotosSayTheirNewSize() {
        Scan said = PhotoReader.read(Specimen.file("said.jpg"));
        Samples large = Specimen.noise(new Size(32, 48), 3, Depth.BITS_8, 5);
        Scan scan = said.with(large).with(said.metadata().withDpi(600));
        Metadata after = PhotoReader.read(written(scan, "large.jpg")).metadata();
        assertEquals(600, after.dpi());
        assertEquals(said.metadata().iptc(), after.iptc());
    }

    @Test
    void writesBigTiff() throws IOException {
        Scan scan = new Scan(Specimen.noise(SIZE, 3, Depth.BITS_16, 6), Optional.empty(), said());
        Path file = Files.createFile(folder.resolve("big.tif"));
        try (SeekableByteChannel out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            TiffWriter.write(scan, out, true);
        }
        assertEquals(43, Files.readAllBytes(file)[2]);
        assertTrue(PhotoReader.holds(file, scan));
        assertEquals(said(), PhotoReader.read(file).metadata());
    }

    @Test
    void neverWritesOverAFileUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("there.png"), "precious");
        Scan scan = PhotoReader.read(Specimen.file("rgb.png"));
        assertTrue(refusal(scan, file, false).contains("exists already"));
        assertEquals("precious", Files.readString(file));
        PhotoWriter.write(scan, file, true);
        assertTrue(PhotoReader.holds(file, scan));
        requireNothingLeft(1);
    }

    @Test
    void refusesWithOneSentence() throws IOException {
        Scan scan = PhotoReader.read(Specimen.file("rgb.png"));
        assertTrue(refusal(scan, folder.resolve("photo.gif"), false).contains(".png, .tif and .jpg"));
        assertTrue(refusal(scan, folder.resolve("photo"), false).contains(".png, .tif and .jpg"));
        assertTrue(refusal(scan, folder.resolve("nowhere/photo.png"), false).contains("no folder"));
        Path there = Files.createDirectory(folder.resolve("folder.png"));
        assertTrue(refusal(scan, there, true).contains("it is a folder"));
        Scan clear = PhotoReader.read(Specimen.file("alpha.png"));
        assertTrue(refusal(clear, folder.resolve("clear.jpg"), false).contains("partly clear"));
        Bytes tooLong = Bytes.of(new byte[70_000]);
        Scan talkative = scan.with(Metadata.NONE.withXmp(Optional.of(tooLong)));
        assertTrue(refusal(talkative, folder.resolve("talkative.jpg"), false).contains("XMP packet of 70000 bytes"));
        requireNothingLeft(1);
    }

    @Test
    void opaqueOpacityIsLeftOutOfJpeg() {
        Samples opaque = new Samples(new Size(24, 16), 1, Depth.BITS_8);
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 24; column++) {
                opaque.put(0, row, column, 255);
            }
        }
        Samples rgb = PhotoReader.read(Specimen.file("rgb.png")).samples();
        Scan scan = new Scan(rgb, Optional.of(opaque), Metadata.NONE);
        assertFalse(PhotoReader.read(written(scan, "opaque.jpg")).alpha().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"a.TIF, tif", "a.tiff, tiff", "a.jpeg, jpeg", "a.JPE, jpg", "a.png, png", "a.webp, png", "a, png"})
    void choosesAnExtension(String input, String extension) {
        assertEquals(extension, PhotoWriter.extensionFor(Path.of("photos", input)));
    }

    private static Metadata said() {
        return PhotoReader.read(Specimen.file("said.tif")).metadata();
    }

    private Path written(Scan scan, String name) {
        Path file = folder.resolve(name);
        PhotoWriter.write(scan, file, false);
        return file;
    }

    private static String refusal(Scan scan, Path file, boolean force) {
        String message =
                String.valueOf(assertThrows(UnwritablePhotoException.class, () -> PhotoWriter.write(scan, file, force))
                        .getMessage());
        assertTrue(message.startsWith(file + ": "), message);
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private void requireNothingLeft(int files) throws IOException {
        try (var left = Files.list(folder)) {
            assertEquals(files, left.count(), "a temporary file was left");
        }
    }
}
