package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Compression;
import java.util.Map;

/// Traces of strong JPEG compression; that of an ordinary file is no damage.
final class CompressionDetector implements Detector {
    private static final int HARMLESS = 70; // quality from which blocks are not seen

    @Override
    public Finding examine(Measurements measured) {
        JpegTrace trace = JpegTrace.of(measured.luminance());
        double fits = Confidence.of(trace.fit(), 0.56, 0.64);
        double certain = Confidence.of(trace.certainty(), 15, 19);
        double strong = Confidence.of(trace.quality(), HARMLESS, HARMLESS - 8);
        return new Finding(
                new Compression(trace.quality()),
                Math.min(fits, Math.min(certain, strong)),
                Map.of(
                        "fit of the comb",
                        trace.fit(),
                        "deviations from no comb",
                        trace.certainty(),
                        "blocking",
                        trace.blocking()));
    }
}
