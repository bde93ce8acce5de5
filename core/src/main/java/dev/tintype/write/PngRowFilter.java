package dev.tintype.write;

import dev.tintype.format.PngFilter;
import java.io.IOException;
import java.io.OutputStream;

/// Writes the rows of a PNG picture, each with the filter whose differences are smallest in sum: W3C Portable Network
/// Graphics, third edition, section 12.7.
final class PngRowFilter {
    private final int pixel;
    private final byte[] above;
    private byte[] best;
    private byte[] trial;

    /// @param length bytes per row
    /// @param pixel  bytes per pixel
    PngRowFilter(int length, int pixel) {
        this.pixel = pixel;
        this.above = new byte[length];
        this.best = new byte[length];
        this.trial = new byte[length];
    }

    void write(byte[] line, OutputStream out) throws IOException {
        PngFilter chosen = PngFilter.NONE;
        long least = Long.MAX_VALUE;
        for (PngFilter filter : PngFilter.values()) {
            filter.apply(line, above, pixel, trial);
            long sum = sum(trial);
            if (sum < least) {
                least = sum;
                chosen = filter;
                byte[] worse = best;
                best = trial;
                trial = worse;
            }
        }
        out.write(chosen.code());
        out.write(best);
        System.arraycopy(line, 0, above, 0, line.length);
    }

    private static long sum(byte[] differences) {
        long sum = 0;
        for (byte difference : differences) {
            sum += Math.abs(difference);
        }
        return sum;
    }
}
