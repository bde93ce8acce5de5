package dev.tintype.read;

/// Turns the bytes of a row of a PNG picture into samples.
final class PngPixels {
    private final PngHeader header;
    private final Layout layout;
    private final Sink sink;

    PngPixels(PngHeader header, Layout layout, Sink sink) {
        this.header = header;
        this.layout = layout;
        this.sink = sink;
    }

    /// Hands on one pixel.
    ///
    /// @param line  the bytes of a row, unfiltered
    /// @param pixel its number within `line`
    void put(byte[] line, int pixel, int row, int column) {
        switch (header.kind()) {
            case PALETTE -> lookUp(sample(line, pixel), row, column);
            case GREY_ALPHA, RGB_ALPHA -> {
                int samples = layout.allChannels();
                for (int c = 0; c < samples; c++) {
                    sink.put(c, row, column, sample(line, pixel * samples + c));
                }
            }
            case GREY, RGB -> plain(line, pixel, row, column);
        }
    }

    private void plain(byte[] line, int pixel, int row, int column) {
        int samples = layout.channels();
        int white = (1 << header.bits()) - 1;
        boolean clear = layout.alpha();
        for (int c = 0; c < samples; c++) {
            int sample = sample(line, pixel * samples + c);
            sink.put(c, row, column, header.bits() < 8 ? sample * 255 / white : sample);
            clear = clear
                    && 2 * c + 1 < header.clear().limit()
                    && (header.clear().getShort(2 * c) & white) == sample;
        }
        if (layout.alpha()) {
            sink.put(samples, row, column, clear ? 0 : layout.depth().white());
        }
    }

    private void lookUp(int colour, int row, int column) {
        int known = Math.min(colour, header.palette().limit() / 3 - 1);
        for (int c = 0; c < layout.channels(); c++) {
            sink.put(c, row, column, header.palette().get(3 * known + c) & 0xFF);
        }
        if (layout.alpha()) {
            boolean listed = known < header.clear().limit();
            sink.put(layout.channels(), row, column, listed ? header.clear().get(known) & 0xFF : 255);
        }
    }

    private int sample(byte[] line, int i) {
        int bits = header.bits();
        if (bits == 8) {
            return line[i] & 0xFF;
        } else if (bits == 16) {
            return ((line[2 * i] & 0xFF) << 8) | (line[2 * i + 1] & 0xFF);
        }
        int perByte = 8 / bits;
        int shift = 8 - bits - (i % perByte) * bits; // the first pixel is in the highest bits
        return ((line[i / perByte] & 0xFF) >> shift) & ((1 << bits) - 1);
    }
}
