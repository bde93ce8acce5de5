package dev.tintype.photo;

/// One channel of samples, row by row; black is 0, white is 1. Immutable: the only float array of a photo lives here.
public final class Plane {
    private final Size size;
    private final float[] samples; // (height, width)

    private Plane(Size size, float[] samples) {
        this.size = size;
        this.samples = samples;
    }

    /// Computes every sample once.
    public static Plane of(Size size, Sampler sampler) {
        float[] samples = new float[size.area()];
        for (int row = 0, i = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++, i++) {
                samples[i] = sampler.at(row, column);
            }
        }
        return new Plane(size, samples);
    }

    /// A plane of `size` whose samples start at `offset` of an array in row order.
    public static Plane copyOf(Size size, float[] samples, int offset) {
        float[] copy = new float[size.area()];
        System.arraycopy(samples, offset, copy, 0, copy.length);
        return new Plane(size, copy);
    }

    public Size size() {
        return size;
    }

    /// The sample at a place inside the plane.
    public float at(int row, int column) {
        return samples[row * size.width() + column];
    }

    /// A copy of all samples in row order.
    public float[] toArray() {
        return samples.clone();
    }

    /// Writes all samples in row order into `target` from `offset` on.
    public void copyTo(float[] target, int offset) {
        System.arraycopy(samples, 0, target, offset, samples.length);
    }

    /// The part inside a region, which must lie inside the plane.
    public Plane crop(Region region) {
        float[] result = new float[region.size().area()];
        int width = region.size().width();
        for (int row = 0; row < region.size().height(); row++) {
            System.arraycopy(
                    samples, (region.row() + row) * size.width() + region.column(), result, row * width, width);
        }
        return new Plane(region.size(), result);
    }

    /// Every sample changed on its own.
    public Plane map(FloatUnary f) {
        float[] result = new float[samples.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = f.apply(samples[i]);
        }
        return new Plane(size, result);
    }

    /// The value of a plane at one place.
    @FunctionalInterface
    public interface Sampler {
        float at(int row, int column);
    }

    /// A function of one sample.
    @FunctionalInterface
    public interface FloatUnary {
        float apply(float sample);
    }
}
