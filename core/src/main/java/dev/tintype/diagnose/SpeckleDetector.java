package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Speckle;

/// Noise that is white and whose deviation grows with the light: `σ = x · sigma`.
final class SpeckleDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        return WhiteNoise.of(NoiseLaw.QUADRATIC, measured, Speckle::new);
    }
}
