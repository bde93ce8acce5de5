package dev.tintype.write;

import dev.tintype.photo.Samples.Depth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DeflaterOutputStream;

/// Compresses rows as a strip of a TIFF file.
///
/// Predictors make neighbours alike before compression: 8 and 16 bits store the difference from the sample to the left
/// (TIFF 6.0, section 14); floats are torn into their first, second, third and fourth bytes, and these are differenced
/// (Adobe Photoshop TIFF Technical Note 3, 2005).
final class TiffStrip {
    private final ScanRows rows;
    private final Depth depth;

    TiffStrip(ScanRows rows, Depth depth) {
        this.rows = rows;
        this.depth = depth;
    }

    /// The number of the predictor in the specification.
    static int predictor(Depth depth) {
        return depth == Depth.FLOAT ? 3 : 2;
    }

    /// The compressed strip that starts at `first`.
    ByteBuffer pack(int first, int count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        // the writer of the JDK gives Deflate too little room and cuts noise off
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int row = first; row < first + count; row++) {
                byte[] line = new byte[rows.bytesPerRow()];
                rows.put(row, littleEndian(line));
                deflater.write(predicted(line));
            }
        }
        return ByteBuffer.wrap(packed.toByteArray());
    }

    private byte[] predicted(byte[] line) {
        int samples = rows.samplesPerPixel();
        return switch (depth) {
            case BITS_8 -> differences(line, samples);
            case BITS_16 -> {
                ByteBuffer numbers = littleEndian(line);
                for (int at = line.length - 2; at >= 2 * samples; at -= 2) {
                    numbers.putShort(at, (short) (numbers.getShort(at) - numbers.getShort(at - 2 * samples)));
                }
                yield line;
            }
            case FLOAT -> differences(torn(line), samples);
        };
    }

    private static byte[] differences(byte[] line, int step) {
        for (int i = line.length - 1; i >= step; i--) {
            line[i] -= line[i - step];
        }
        return line;
    }

    private static byte[] torn(byte[] line) {
        int count = line.length / Float.BYTES;
        byte[] torn = new byte[line.length];
        for (int i = 0; i < line.length; i++) {
            int fromMostSignificant = Float.BYTES - 1 - i % Float.BYTES;
            torn[fromMostSignificant * count + i / Float.BYTES] = line[i];
        }
        return torn;
    }

    private static ByteBuffer littleEndian(byte[] line) {
        return ByteBuffer.wrap(line).order(ByteOrder.LITTLE_ENDIAN);
    }
}
