package dev.tintype.diagnose;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.MotionBlur;
import java.util.Map;

/// Blur of the whole photo: what [PsfEstimator] says, where it is more than the softness of a lens.
final class BlurDetector implements Detector {
    private static final double SOFT = 2; // pixels
    private static final double LONGEST = 40; // pixels: what looks like more is stripes, seen through windows of 128

    @Override
    public Finding examine(Measurements measured) {
        PsfEstimate estimate = PsfEstimator.estimate(measured.clean());
        double size = estimate.size();
        double large = switch (estimate.family()) {
            case NONE -> 0;
            case MOTION -> Math.min(Confidence.of(size, 3.5, 4.5), Confidence.of(size, LONGEST, LONGEST - 3));
            case DISC -> Confidence.of(size, 1.22, 1.35);
            case GAUSSIAN -> Confidence.of(size, 0.78, 0.88);
        };
        double soft = size < SOFT ? 1 - GrainDetector.confidence(measured) : 1; // grain is soft itself
        return new Finding(
                degradation(estimate),
                soft * Math.min(large, estimate.confidence()),
                Map.of("probability of this kind of blur", estimate.confidence(), "size in pixels", size));
    }

    private static Degradation degradation(PsfEstimate estimate) {
        double size = estimate.size();
        return switch (estimate.family()) {
            case NONE -> new Blur(1, 0.1);
            case MOTION -> new MotionBlur(Math.max(1, size), estimate.degrees());
            case DISC -> new Defocus(size);
            case GAUSSIAN -> new Blur(2 * (int) Math.ceil(4 * size) + 1, size);
        };
    }
}
