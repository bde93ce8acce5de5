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
        return with(with(plane, kernel, new Size(side, 1)), kernel, new Size(1, side));
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
        return with(plane, psf.kernel().toArray(), psf.size());
    }

    private static Plane with(Plane plane, float[] kernel, Size taps) {
        Size size = plane.size();
        int right = taps.width() / 2;
        int down = taps.height() / 2;
        float[] x = mirrored(plane, right, down);
        float[] sum = new float[size.area()];
        int stride = size.width() + 2 * right;
        for (int row = 0; row < size.height(); row++) {
            for (int tap = 0; tap < kernel.length; tap++) {
                float weight = kernel[kernel.length - 1 - tap];
                if (weight > 0) {
                    int from = (row + tap / taps.width()) * stride + tap % taps.width();
                    int to = row * size.width();
                    for (int column = 0; column < size.width(); column++) {
                        sum[to + column] += weight * x[from + column];
                    }
                }
            }
        }
        return Plane.copyOf(size, sum, 0);
    }

    /// The plane with more pixels around it.
    private static float[] mirrored(Plane plane, int right, int down) {
        int width = plane.size().width();
        int height = plane.size().height();
        float[] x = plane.toArray();
        int stride = width + 2 * right;
        float[] wider = new float[stride * (height + 2 * down)];
        for (int row = 0; row < height + 2 * down; row++) {
            int from = mirror(row - down, height) * width;
            int to = row * stride + right;
            System.arraycopy(x, from, wider, to, width);
            for (int beyond = 1; beyond <= right; beyond++) {
                wider[to - beyond] = x[from + mirror(-beyond, width)];
                wider[to + width - 1 + beyond] = x[from + mirror(width - 1 + beyond, width)];
            }
        }
        return wider;
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

    private static int mirror(int i, int length) {
        int j = i < 0 ? -i : i;
        return Math.clamp(j < length ? j : 2 * length - 2 - j, 0, length - 1);
    }
}
