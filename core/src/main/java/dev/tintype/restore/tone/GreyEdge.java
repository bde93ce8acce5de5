package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.stream.IntStream;

/// Takes a colour cast back: edges are on average grey, and so, less surely, are tones.
///
/// Two estimates of the light, `e_c = (Σ |∇x_c|^p)^(1/p)` over edges and `(Σ x_c^p)^(1/p)` over tones with `p = 6`,
/// channels scaled to the mean of 1. Each gain is `e_c^(−k)` of their mean, where `k` is `strength` times how well they
/// agree: 1 at no angle, 0 from 8 degrees on. Gains are 0.75 to 1.33 and leave grey as light as it was. A monochrome
/// photo, sepia too, stays as it is. [#measure] gives the same as a stage that needs not see the whole photo.
/// Source: J. van de Weijer, T. Gevers and A. Gijsenij, "Edge-based color constancy", 2007,
/// doi:10.1109/TIP.2007.901808; G. D. Finlayson and E. Trezzi, "Shades of gray and colour constancy", 2004.
///
/// @param strength share of the change, 0 to 1
public record GreyEdge(
        @Setting(value = "share of the change", usual = "1", most = 1)
        double strength) implements Stage {
    private static final int NORM = 6;
    private static final double DOUBTFUL = Math.toRadians(8); // angle of two estimates that are worth nothing
    private static final double MOST_GAIN = 4.0 / 3;
    private static final float CLIPPED = 0.98f; // such samples say nothing of colour

    public GreyEdge {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength may be 0 to 1; it was " + strength);
        }
    }

    @Override
    public Phase phase() {
        return Phase.TONE;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        return measure(photo).apply(photo);
    }

    /// The gains that a photo needs; measured on a smaller version, they suit the whole.
    public Gains measure(Photo photo) {
        if (strength == 0 || Tint.isMonochrome(photo)) {
            return new Gains(1, 1, 1);
        }
        Light edges = light(photo, true);
        Light tones = light(photo, false);
        double sure = strength * Math.max(0, 1 - edges.angle(tones) / DOUBTFUL);
        double red = gain(edges.red() + tones.red(), sure);
        double green = gain(edges.green() + tones.green(), sure);
        double blue = gain(edges.blue() + tones.blue(), sure);
        double luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
        return new Gains(red / luminance, green / luminance, blue / luminance);
    }

    private static double gain(double twice, double sure) {
        return Math.clamp(Math.pow(twice / 2, -sure), 1 / MOST_GAIN, MOST_GAIN);
    }

    /// @param edges whether of edges, else of tones
    private static Light light(Photo photo, boolean edges) {
        Size size = photo.size();
        double[] sums = new double[3];
        for (int row = 0; row < size.height() - 1; row++) {
            for (int column = 0; column < size.width() - 1; column++) {
                if (!clipped(photo.planes(), row, column)) {
                    for (int c = 0; c < 3; c++) {
                        Plane plane = photo.planes().get(c);
                        double x = plane.at(row, column);
                        double value =
                                edges ? Math.hypot(plane.at(row, column + 1) - x, plane.at(row + 1, column) - x) : x;
                        sums[c] += Math.pow(value, NORM);
                    }
                }
            }
        }
        return Light.of(Math.pow(sums[0], 1.0 / NORM), Math.pow(sums[1], 1.0 / NORM), Math.pow(sums[2], 1.0 / NORM));
    }

    private static boolean clipped(List<Plane> planes, int row, int column) {
        return IntStream.range(0, 3).anyMatch(c -> planes.get(c).at(row, column) > CLIPPED);
    }

    /// The colour of light, with a mean of 1.
    private record Light(double red, double green, double blue) {
        static Light of(double red, double green, double blue) {
            double mean = (red + green + blue) / 3;
            boolean known = Math.min(red, Math.min(green, blue)) > 1e-6;
            return known ? new Light(red / mean, green / mean, blue / mean) : new Light(1, 1, 1);
        }

        double angle(Light other) {
            double product = red * other.red + green * other.green + blue * other.blue;
            return Math.acos(Math.clamp(product / (length() * other.length()), -1, 1));
        }

        private double length() {
            return Math.sqrt(red * red + green * green + blue * blue);
        }
    }
}
