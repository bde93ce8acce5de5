package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Poisson;

/// Noise that is white and whose variance grows with the light: `σ² = x / peak`.
final class PoissonDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        return WhiteNoise.of(NoiseLaw.LINEAR, measured, white -> new Poisson(1 / (white * white)));
    }
}
