package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.stream.IntStream;

/// Adds film grain, so that a restored photo looks like film again: `x + σ (s + (1 − s) · 4 l (1 − l)) · g` with the
/// brightness `l`, the shadows' share `s` and `g` normal noise smoothed by a Gaussian and brought back to deviation 1,
/// the same in red, green and blue.
///
/// Source: A. Newson, J. Delon and B. Galerne, "A stochastic film grain model for resolution-independent rendering",
/// 2017, doi:10.1111/cgf.13159.
/// Unlike the paper: a Gaussian field instead of grains that are drawn, which looks the same where they are small.
///
/// @param sigma 0 changes nothing
/// @param radius 0 is independent noise
/// @param shadows 1 is the same in all tones
/// @param seed the same seed gives the same grain
public record GrainMatch(
        @Setting(value = "standard deviation of the grain in the middle tones, sample units", usual = "0.03", most = 1)
        double sigma,

        @Setting(
                value = "standard deviation of the Gaussian that grain is smoothed by, pixels",
                usual = "0.8",
                most = 4)
        double radius,

        @Setting(value = "strength in black and white, share of that in the middle tones", usual = "0.35", most = 1)
        double shadows,

        @Setting(value = "which grain", usual = "1", most = Integer.MAX_VALUE)
        int seed)
        implements Stage {

    public GrainMatch {
        Options.require("sigma", sigma, 0, 1);
        Options.require("radius", radius, 0, 4);
        Options.require("shadows", shadows, 0, 1);
    }

    @Override
    public Phase phase() {
        return Phase.GRAIN;
    }

    /// Grain is drawn by place, and a tile does not know its own.
    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        if (sigma == 0) {
            return photo;
        }
        Size size = photo.size();
        float[] grain = grain(size);
        GrainLevel level = new GrainLevel(shadows);
        float[] light = new float[size.area()];
        for (Plane plane : photo.planes()) {
            float[] samples = plane.toArray();
            for (int i = 0; i < light.length; i++) {
                light[i] += samples[i] / photo.planes().size();
            }
        }
        for (int i = 0; i < light.length; i++) {
            grain[i] *= (float) sigma * level.at(light[i]);
        }
        return photo.map(plane -> Plane.of(
                size, (row, column) -> Math.clamp(plane.at(row, column) + grain[row * size.width() + column], 0f, 1f)));
    }

    /// Smoothed noise of deviation 1, from a frame that is as much wider as the Gaussian reaches.
    private float[] grain(Size size) {
        int reach = (int) Math.ceil(4 * radius);
        float[] kernel = kernel(reach);
        int wide = size.width() + 2 * reach;
        float[] rows = new float[(size.height() + 2 * reach) * size.width()];
        IntStream.range(0, size.height() + 2 * reach).parallel().forEach(row -> {
            float[] line = new float[wide];
            for (int i = 0; i < wide; i++) {
                line[i] = normal(row - reach, i - reach);
            }
            for (int column = 0; column < size.width(); column++) {
                for (int k = 0; k < kernel.length; k++) {
                    rows[row * size.width() + column] += kernel[k] * line[column + k];
                }
            }
        });
        float[] result = new float[size.area()];
        IntStream.range(0, size.height()).parallel().forEach(row -> {
            for (int column = 0; column < size.width(); column++) {
                for (int k = 0; k < kernel.length; k++) {
                    result[row * size.width() + column] += kernel[k] * rows[(row + k) * size.width() + column];
                }
            }
        });
        return result;
    }

    /// A Gaussian of which the squares sum to 1.
    private float[] kernel(int reach) {
        float[] kernel = new float[2 * reach + 1];
        double squares = 0;
        for (int i = -reach; i <= reach; i++) {
            double value = radius > 0 ? Math.exp(-i * i / (2 * radius * radius)) : 1;
            kernel[i + reach] = (float) value;
            squares += value * value;
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) Math.sqrt(squares);
        }
        return kernel;
    }

    /// A normal number for each place, by Box and Muller from two hashed ones.
    private float normal(int row, int column) {
        long state = mixed(mixed(seed) + 0x9E3779B97F4A7C15L * row) + column;
        double u = ((mixed(state) >>> 11) + 1) * 0x1p-53;
        double v = (mixed(state ^ 0x5851F42D4C957F2DL) >>> 11) * 0x1p-53;
        return (float) (Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
    }

    /// The finalizer of SplitMix64.
    private static long mixed(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
