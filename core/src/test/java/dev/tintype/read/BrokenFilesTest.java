package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.UnreadablePhotoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be read gives one sentence that names the file.
class BrokenFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhatIsNoFile() throws IOException {
        assertTrue(refusal(folder.resolve("gone.jpg")).contains("no such file"));
        assertTrue(refusal(folder).contains("it is a folder"));
        assertTrue(refusal(file("empty.jpg", new byte[0])).contains("the file is empty"));
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7 and more of it', of a PDF",
        "'Dear aunt Emma, here is', are text",
        "'....ftypheic........', of an HEIC photo",
        "'PK\u0003\u0004............', of a ZIP archive",
        "'8BPS............', of a Photoshop document",
    })
    void saysWhatIsNoPicture(String content, String guess) throws IOException {
        String refusal = refusal(file("photo.jpg", content.getBytes(ISO_8859_1)));
        assertTrue(refusal.contains(guess), refusal);
        assertTrue(refusal.contains("convert it to TIFF, PNG or JPEG first"), refusal);
    }

    @Test
    void refusesNoise() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertTrue(refusal(file("noise.tif", noise)).contains("no format that Tintype knows"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.jpg", "progressive.jpg", "cmyk.jpg", "grey.jpg", "rgb16.png", "adam7.png", "palette.png",
                "rgb.tif", "tiles.tif", "bigtiff.tif", "group4.tif", "lossless.webp", "lossy.webp", "rgb.bmp",
                "palette.gif", "rgb.ppm", "grey16.pgm"
            })
    void refusesWhatIsCutOff(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Specimen.file(name));
        for (int percent : List.of(1, 10, 40, 70, 90)) {
            byte[] part = Arrays.copyOf(whole, Math.max(20, whole.length * percent / 100));
            refusal(file(percent + name, part));
        }
    }

    @Test
    void refusesStripsBehindTheEnd() throws IOException {
        byte[] whole = Files.readAllBytes(Specimen.file("said.tif")); // its directory comes before its strip
        String refusal = refusal(file("said.tif", Arrays.copyOf(whole, whole.length - 100)));
        assertTrue(refusal.contains("the file is cut off"), refusal);
    }

    @Test
    void checksTheSizeBeforeItTakesMemory() throws IOException {
        byte[] png = Files.readAllBytes(Specimen.file("rgb.png"));
        Arrays.fill(png, 16, 24, (byte) 0x7F); // 2139062143 x 2139062143 pixels
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        assertTrue(refusal(file("huge.png", png)).contains("are more than the limit of 400000000"));
        byte[] bmp = Files.readAllBytes(Specimen.file("rgb.bmp"));
        bmp[20] = 0x7F;
        bmp[24] = 0x7F;
        assertTrue(refusal(file("huge.bmp", bmp)).contains("are more than the limit of 400000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.jpg", "said.jpg", "progressive.jpg", "cmyk.jpg", "rgb16.png", "said.png", "palette.png",
                "adam7.png", "said.tif", "tiles.tif", "bigtiff.tif", "palette.tif", "group3.tif", "group4.tif",
                "jpeg.tif", "float.tif", "said.webp", "lossy.webp", "alpha.webp", "palette.bmp", "palette.gif",
                "ascii.ppm", "alpha.pam"
            })
    void survivesFlippedBytes(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Specimen.file(name));
        Random random = new Random(42);
        for (int i = 0; i < 40; i++) {
            byte[] broken = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // half of the flips hit the first bytes, where sizes and offsets are
                int at = random.nextInt(random.nextBoolean() ? Math.min(200, broken.length) : broken.length);
                broken[at] = (byte) random.nextInt(256);
            }
            Path file = file(i + name, broken);
            try {
                PhotoReader.read(file, 10_000_000);
            } catch (UnreadablePhotoException refused) {
                requireSentence(file, String.valueOf(refused.getMessage()));
            }
            Files.delete(file);
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String refusal(Path file) {
        String message = String.valueOf(
                assertThrows(UnreadablePhotoException.class, () -> PhotoReader.read(file), file.toString())
                        .getMessage());
        requireSentence(file, message);
        return message;
    }

    private static void requireSentence(Path file, String message) {
        assertTrue(message.startsWith(file + ": "), message);
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("; "), message); // what is wrong; what to do
        assertEquals(message.strip(), message);
    }
}
