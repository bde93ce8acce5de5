package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.SaltAndPepper;
import java.util.Map;

/// Black and white samples at independent places.
final class SaltAndPepperDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        Impulses impulses = measured.impulses();
        double many = Confidence.of(Math.log(impulses.share() + 1e-9), Math.log(0.0022), Math.log(0.004));
        double alone = Confidence.of(impulses.outliers(), 1.9, 1.5);
        double scattered = Confidence.of(impulses.clustering(), 12, 8);
        return new Finding(
                new SaltAndPepper(Math.min(1, impulses.share()), impulses.salt()),
                Math.min(many, Math.min(alone, scattered)),
                Map.of(
                        "share", impulses.share(),
                        "outliers for each impulse", impulses.outliers(),
                        "clustering", impulses.clustering()));
    }
}
