package dev.tintype.train.synthesize;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// Convolution with a Gaussian or any PSF, mirrored at the border without repeating it.
final class Convolution {
    private Convolution() {}

    /// @param side odd, pixels
    /// @param sigma standard deviation, pixels
    static Plane gaussian(Plane plane, int side, double sigma) {
        float[] kernel = kernel(side, sigma);
        int width = plane.size().width();
        int height = plane.size().height();
        float[] across = along(plane.toArray(), width, height, kernel, true);
        return Plane.copyOf(new Size(width, height), along(across, width, height, kernel, false), 0);
    }

    /// An unsharp mask: `x + amount · (x − blurred x)`.
    ///
    /// @param radius standard deviation of the blur, pixels
    static Plane sharpened(Plane plane, double radius, double amount) {
        Plane blurred = gaussian(plane, 2 * (int) Math.ceil(2.5 * radius) + 1, radius);
        return Plane.of(plane.size(), (row, column) -> {
            float x = plane.at(row, column);
            return (float) (x + amount * (x - blurred.at(row, column)));
        });
    }

    /// With any PSF, whose middle stays where it is.
    static Plane with(Plane plane, Psf psf) {
        Size size = plane.size();
        int down = psf.size().height() / 2;
        int right = psf.size().width() / 2;
        float[] sum = new float[size.area()];
        float[] x = plane.toArray();
        for (int y = -down; y <= down; y++) {
            for (int z = -right; z <= right; z++) {
                float weight = psf.kernel().at(y + down, z + right);
                if (weight > 0) {
                    addShifted(x, size, new Shift(-y, -z, weight), sum);
                }
            }
        }
        return Plane.copyOf(size, sum, 0);
    }

    private record Shift(int down, int right, float weight) {}

    private static void addShifted(float[] x, Size size, Shift shift, float[] sum) {
        for (int row = 0, i = 0; row < size.height(); row++) {
            int start = mirror(row + shift.down(), size.height()) * size.width();
            for (int column = 0; column < size.width(); column++, i++) {
                sum[i] += shift.weight() * x[start + mirror(column + shift.right(), size.width())];
            }
        }
    }

    private static float[] kernel(int side, double sigma) {
        float[] kernel = new float[side];
        double sum = 0;
        for (int i = 0; i < side; i++) {
            double d = i - side / 2;
            kernel[i] = (float) Math.exp(-d * d / (2 * sigma * sigma));
            sum += kernel[i];
        }
        for (int i = 0; i < side; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    private static float[] along(float[] x, int width, int height, float[] kernel, boolean rows) {
        float[] result = new float[x.length];
        int radius = kernel.length / 2;
        int length = rows ? width : height;
        int step = rows ? 1 : width;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                int at = rows ? column : row;
                int start = i - at * step;
                float sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += kernel[k + radius] * x[start + mirror(at + k, length) * step];
                }
                result[i] = sum;
            }
        }
        return result;
    }

    private static int mirror(int i, int length) {
        int j = i < 0 ? -i : i;
        return Math.clamp(j < length ? j : 2 * length - 2 - j, 0, length - 1);
    }
}
