package dev.tintype.restore.denoise;

/// How strong film grain is by the light: `shadows + (1 − shadows) · 4 l (1 − l)` of that in the middle tones.
///
/// @param shadows strength in black and white, share of that in the middle tones
record GrainLevel(double shadows) implements NoiseLevel {
    @Override
    public float at(float mean) {
        double light = Math.clamp(mean, 0f, 1f);
        return (float) (shadows + (1 - shadows) * 4 * light * (1 - light));
    }
}
