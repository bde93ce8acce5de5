package dev.tintype.read;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects samples into a scan and turns it upright on the way.
final class ScanSink implements Sink {
    private final Orientation orientation;
    private Size stored = new Size(1, 1);
    private int channels;
    private @Nullable Samples samples;
    private @Nullable Samples alpha;

    ScanSink(Orientation orientation) {
        this.orientation = orientation;
    }

    @Override
    public void begin(Layout layout) {
        stored = layout.size();
        channels = layout.channels();
        Size upright = orientation.upright(stored);
        samples = new Samples(upright, channels, layout.depth());
        alpha = layout.alpha() ? new Samples(upright, 1, layout.depth()) : null;
    }

    @Override
    public void put(int channel, int row, int column, float raw) {
        int upright = orientation.row(stored, row, column);
        int across = orientation.column(stored, row, column);
        if (channel < channels && samples != null) {
            samples.put(channel, upright, across, raw);
        } else if (alpha != null) {
            alpha.put(0, upright, across, raw);
        }
    }

    /// What was collected.
    Scan scan(Metadata metadata) throws Unreadable {
        if (samples == null) {
            throw Unreadable.damaged("it holds no picture");
        }
        return new Scan(samples, Optional.ofNullable(alpha), metadata);
    }
}
