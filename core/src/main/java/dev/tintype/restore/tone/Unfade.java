package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.List;

/// Takes fading back: stretches every channel, bends it, and brings colours back.
///
/// `y = clamp((x − black) · range, 0, 1.2)^gamma`, then `l + (y − l) · saturation` around the luminance `l`.
/// Source: the usual levels adjustment, inverse of the fading that the released code's users describe; the numbers come
/// from a histogram or from a network.
///
/// @param red curve of the red channel; a grey photo takes the mean of all three
/// @param saturation 1 keeps colours, more makes them stronger
public record Unfade(Curve red, Curve green, Curve blue, double saturation) implements Stage {
    private static final double LEAST = 0;
    private static final double MOST = 1.2;

    @Override
    public Phase phase() {
        return Phase.TONE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(0);
    }

    /// How one channel is stretched.
    ///
    /// @param black sample that becomes black
    /// @param range factor of contrast
    /// @param gamma exponent; above 1 darkens the middle
    public record Curve(double black, double range, double gamma) {
        double apply(double x) {
            return Math.pow(Math.clamp((x - black) * range, LEAST, MOST), gamma);
        }
    }

    /// The numbers that change nothing.
    public static final Unfade NOTHING = new Unfade(new Curve(0, 1, 1), new Curve(0, 1, 1), new Curve(0, 1, 1), 1);

    /// The mean factor of contrast.
    public double range() {
        return (red.range + green.range + blue.range) / 3;
    }

    @Override
    public Photo apply(Photo photo) {
        if (photo.grey()) {
            return photo.map(plane ->
                    plane.map(x -> (float) clip((red.apply(x) + green.apply(x) + blue.apply(x)) / 3)));
        }
        float[] r = curved(photo.planes().get(0), red);
        float[] g = curved(photo.planes().get(1), green);
        float[] b = curved(photo.planes().get(2), blue);
        for (int i = 0; i < r.length; i++) {
            double l = 0.299 * r[i] + 0.587 * g[i] + 0.114 * b[i];
            r[i] = (float) clip(l + (r[i] - l) * saturation);
            g[i] = (float) clip(l + (g[i] - l) * saturation);
            b[i] = (float) clip(l + (b[i] - l) * saturation);
        }
        return new Photo(List.of(
                Plane.copyOf(photo.size(), r, 0), Plane.copyOf(photo.size(), g, 0), Plane.copyOf(photo.size(), b, 0)));
    }

    private static float[] curved(Plane plane, Curve curve) {
        return plane.map(x -> (float) curve.apply(x)).toArray();
    }

    private static double clip(double x) {
        return Math.clamp(x, 0, 1);
    }
}
