package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.GaussianNoise;

/// Noise that is white and as strong in every tone. Its sigma is that of the weakest-textured patches.
final class GaussianNoiseDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        return WhiteNoise.of(NoiseLaw.FLAT, measured, _ -> new GaussianNoise(measured.sigma()));
    }
}
