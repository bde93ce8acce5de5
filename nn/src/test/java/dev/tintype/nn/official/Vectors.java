package dev.tintype.nn.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads what the released code made of photos: `.npy` arrays and 8-bit `.png` photos.
public final class Vectors {
    private static final Pattern HEADER = Pattern.compile("'descr': '(.)(\\w+)'.*'shape': \\(([^)]*)\\)");

    private Vectors() {}

    /// The file of a name among the vectors, or a skipped test.
    public static Path file(String name) {
        return ParityFolder.require().resolve("pre").resolve(name);
    }

    /// The numbers of an array in row order; bytes and truths become 0 to 255.
    public static double[] numbers(String name) {
        ByteBuffer all = ByteBuffer.wrap(bytes(file(name))).order(ByteOrder.LITTLE_ENDIAN);
        int header = all.getShort(8);
        Matcher matcher = header(all, header);
        int count = Arrays.stream(shape(matcher)).reduce(1, Math::multiplyExact);
        double[] numbers = new double[count];
        all.position(10 + header);
        for (int i = 0; i < count; i++) {
            numbers[i] = switch (matcher.group(2)) {
                case "f4" -> all.getFloat();
                case "f8" -> all.getDouble();
                default -> all.get() & 0xFF;
            };
        }
        return numbers;
    }

    /// An array (H, W) or (H, W, 3) of bytes as a photo.
    public static Photo photo(String name) {
        ByteBuffer all = ByteBuffer.wrap(bytes(file(name))).order(ByteOrder.LITTLE_ENDIAN);
        int[] shape = shape(header(all, all.getShort(8)));
        double[] numbers = numbers(name);
        return interleaved(
                new Size(shape[1], shape[0]), shape.length == 3 ? shape[2] : 1, i -> (float) (numbers[i] / 255));
    }

    /// An array (1, C, H, W) of floats as a photo.
    public static Photo planar(String name) {
        ByteBuffer all = ByteBuffer.wrap(bytes(file(name))).order(ByteOrder.LITTLE_ENDIAN);
        int[] shape = shape(header(all, all.getShort(8)));
        double[] numbers = numbers(name);
        Size size = new Size(shape[3], shape[2]);
        return new Photo(IntStream.range(0, shape[1])
                .mapToObj(c ->
                        Plane.of(size, (row, column) -> (float) numbers[c * size.area() + row * size.width() + column]))
                .toList());
    }

    /// An RGB photo of 8 bits without interlacing.
    public static Photo png(String name) {
        byte[] bytes = bytes(file(name));
        ByteBuffer all = ByteBuffer.wrap(bytes);
        Size size = new Size(all.getInt(16), all.getInt(20));
        assertEquals(0x0802, all.getShort(24), "8 bits, colour");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int place = 8; place < all.capacity(); place += 12 + all.getInt(place)) {
            if (all.getInt(place + 4) == 0x49444154) {
                packed.write(bytes, place + 8, all.getInt(place));
            }
        }
        byte[] rows = new byte[size.height() * (3 * size.width() + 1)];
        Inflater inflater = new Inflater();
        inflater.setInput(packed.toByteArray());
        try {
            assertEquals(rows.length, inflater.inflate(rows));
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
        int[] levels = unfiltered(rows, 3 * size.width());
        return interleaved(size, 3, i -> levels[i] / 255f);
    }

    /// Fails where samples differ by more than a tolerance.
    public static void assertClose(Photo expected, Photo actual, double tolerance) {
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.planes().size(), actual.planes().size());
        double largest = 0;
        for (int c = 0; c < expected.planes().size(); c++) {
            for (int row = 0; row < expected.size().height(); row++) {
                for (int column = 0; column < expected.size().width(); column++) {
                    largest = Math.max(
                            largest,
                            Math.abs(expected.planes().get(c).at(row, column)
                                    - actual.planes().get(c).at(row, column)));
                }
            }
        }
        assertTrue(largest <= tolerance, "samples differ by %.3e (%.2f levels)".formatted(largest, 255 * largest));
    }

    /// Fails where the largest difference is above a tolerance.
    public static void assertClose(double[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        double largest = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
                .max()
                .orElse(0);
        assertTrue(largest <= tolerance, "numbers differ by %.3e".formatted(largest));
    }

    private static int[] unfiltered(byte[] rows, int width) {
        int height = rows.length / (width + 1);
        int[] levels = new int[height * width];
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < width; i++) {
                int left = i < 3 ? 0 : levels[row * width + i - 3];
                int up = row == 0 ? 0 : levels[(row - 1) * width + i];
                int corner = i < 3 || row == 0 ? 0 : levels[(row - 1) * width + i - 3];
                int guess = switch (rows[row * (width + 1)]) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                levels[row * width + i] = (rows[row * (width + 1) + 1 + i] + guess) & 0xFF;
            }
        }
        return levels;
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static Photo interleaved(Size size, int channels, Numbers samples) {
        List<Plane> planes = IntStream.range(0, channels)
                .mapToObj(c ->
                        Plane.of(size, (row, column) -> samples.at((row * size.width() + column) * channels + c)))
                .toList();
        return new Photo(planes);
    }

    private static Matcher header(ByteBuffer all, int length) {
        Matcher matcher = HEADER.matcher(StandardCharsets.US_ASCII.decode(all.slice(10, length)));
        assertTrue(matcher.find(), "no .npy header");
        return matcher;
    }

    private static int[] shape(Matcher header) {
        return Arrays.stream(header.group(3).split(", *", 0))
                .mapToInt(side -> Integer.parseInt(side.strip()))
                .toArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Numbers {
        float at(int place);
    }
}
