package dev.tintype.write;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import java.nio.ByteBuffer;

/// The samples of a scan row by row, pixel by pixel, opacity last.
record ScanRows(Scan scan) {
    int samplesPerPixel() {
        return scan.samples().channels() + (scan.alpha().isPresent() ? 1 : 0);
    }

    int bytesPerPixel() {
        return samplesPerPixel() * scan.samples().depth().bytes();
    }

    int bytesPerRow() {
        return Math.multiplyExact(scan.samples().size().width(), bytesPerPixel());
    }

    /// Appends a row in the byte order of `target`.
    void put(int row, ByteBuffer target) {
        int channels = scan.samples().channels();
        Samples alpha = scan.alpha().orElse(scan.samples());
        boolean opaque = scan.alpha().isEmpty();
        for (int column = 0; column < scan.samples().size().width(); column++) {
            for (int c = 0; c < channels; c++) {
                put(scan.samples(), c, row, column, target);
            }
            if (!opaque) {
                put(alpha, 0, row, column, target);
            }
        }
    }

    private static void put(Samples samples, int channel, int row, int column, ByteBuffer target) {
        float raw = samples.raw(channel, row, column);
        switch (samples.depth()) {
            case BITS_8 -> target.put((byte) (int) raw);
            case BITS_16 -> target.putShort((short) (int) raw);
            case FLOAT -> target.putFloat(raw);
        }
    }
}
