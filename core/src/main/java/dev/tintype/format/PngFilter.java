package dev.tintype.format;

import java.io.IOException;

/// How a row of a PNG picture was made easier to compress: every byte minus a guess from its neighbours. W3C Portable
/// Network Graphics, third edition, section 9.
public enum PngFilter {
    NONE(0),
    LEFT(1),
    ABOVE(2),
    AVERAGE(3),
    PAETH(4);

    private final int code;

    PngFilter(int code) {
        this.code = code;
    }

    /// The filter with a number of the specification.
    public static PngFilter of(int code) throws IOException {
        for (PngFilter filter : values()) {
            if (filter.code == code) {
                return filter;
            }
        }
        throw new IOException("no row filter has the number " + code);
    }

    /// The number of the specification.
    public int code() {
        return code;
    }

    /// Replaces differences by bytes.
    ///
    /// @param above the row before, undone already; zeros before the first
    /// @param pixel bytes per pixel, at least 1
    public void undo(byte[] line, byte[] above, int pixel) {
        for (int i = 0; i < line.length && this != NONE; i++) {
            line[i] += (byte) guess(line, above, pixel, i);
        }
    }

    /// Writes the differences of `line` into `target`; for the parameters see [#undo].
    public void apply(byte[] line, byte[] above, int pixel, byte[] target) {
        for (int i = 0; i < line.length; i++) {
            target[i] = (byte) (line[i] - guess(line, above, pixel, i));
        }
    }

    private int guess(byte[] line, byte[] above, int pixel, int i) {
        int left = i < pixel ? 0 : line[i - pixel] & 0xFF;
        int up = above[i] & 0xFF;
        return switch (this) {
            case NONE -> 0;
            case LEFT -> left;
            case ABOVE -> up;
            case AVERAGE -> (left + up) / 2;
            case PAETH -> paeth(left, up, i < pixel ? 0 : above[i - pixel] & 0xFF);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner);
        int fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }
}
