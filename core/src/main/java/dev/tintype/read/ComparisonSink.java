package dev.tintype.read;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;

/// Compares samples with those of a scan as they come.
final class ComparisonSink implements Sink {
    private final Scan scan;
    private final Samples samples;
    private final int channels;
    private boolean equal;
    private long compared;

    ComparisonSink(Scan scan) {
        this.scan = scan;
        this.samples = scan.samples();
        this.channels = samples.channels();
    }

    @Override
    public void begin(Layout layout) {
        compared = 0;
        equal = layout.equals(new Layout(samples.size(), channels, scan.alpha().isPresent(), samples.depth()));
    }

    @Override
    public void put(int channel, int row, int column, float raw) {
        if (equal) {
            Samples expected = channel < channels ? samples : scan.alpha().orElse(samples);
            equal = Float.compare(raw, expected.raw(channel < channels ? channel : 0, row, column)) == 0;
            compared++;
        }
    }

    /// Whether all samples came and none differed.
    boolean isEqual() {
        return equal
                && compared
                        == (long) samples.size().area()
                                * (channels + (scan.alpha().isPresent() ? 1 : 0));
    }
}
