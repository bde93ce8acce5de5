package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.Arrays;

/// Takes out salt and pepper: a sample that is black or white, unlike those around it, becomes the median of those
/// that are not salt or pepper, in the smallest window that has any three. Every other sample stays bit for bit.
///
/// A black sample is a part of the picture, not pepper, where half of the 24 around it are black too; white likewise.
/// Source: H. Hwang and R. A. Haddad, "Adaptive median filters: new algorithms and results", 1995,
/// doi:10.1109/83.370679.
/// Unlike the paper: salt and pepper do not take part in the median (S. Esakkirajan et al., "Removal of high density
/// salt and
/// pepper noise through modified decision based unsymmetric trimmed median filter", 2011,
/// doi:10.1109/LSP.2011.2122333).
///
/// @param radius of the largest window; more reaches across denser noise
/// @param tolerance samples up to this are black, from one minus this white
public record AdaptiveMedian(
        @Setting(value = "radius of the largest window, pixels", usual = "3", least = 1, most = 16)
        int radius,

        @Setting(
                value = "distance from black or white that still counts as such, sample units",
                usual = "0",
                most = 0.2)
        double tolerance)
        implements Stage {
    private static final int AROUND = 2; // radius in which like samples are counted
    private static final int ENOUGH = 3; // samples for a median

    public AdaptiveMedian {
        Options.require("radius", radius, 1, 16);
        Options.require("tolerance", tolerance, 0, 0.2);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public boolean leavesSome() {
        return false;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(radius + AROUND);
    }

    @Override
    public Photo apply(Photo photo) {
        return photo.map(this::filter);
    }

    private Plane filter(Plane plane) {
        Plane noise = Plane.of(plane.size(), (row, column) -> isNoise(plane, row, column) ? 1 : 0);
        float[] window = new float[(2 * radius + 1) * (2 * radius + 1)];
        return Plane.of(
                plane.size(),
                (row, column) ->
                        noise.at(row, column) > 0 ? median(plane, noise, row, column, window) : plane.at(row, column));
    }

    /// -1 for black, 1 for white, 0 for what is neither.
    private int extreme(float sample) {
        return sample <= (float) tolerance ? -1 : sample >= 1 - (float) tolerance ? 1 : 0;
    }

    /// Whether a sample is an extreme that less than half of the samples around share.
    private boolean isNoise(Plane plane, int row, int column) {
        int kind = extreme(plane.at(row, column));
        if (kind == 0) {
            return false;
        }
        int like = -1; // the sample itself
        int all = -1;
        for (int y = top(row, AROUND); y <= bottom(plane, row, AROUND); y++) {
            for (int x = top(column, AROUND); x <= right(plane, column, AROUND); x++) {
                like += extreme(plane.at(y, x)) == kind ? 1 : 0;
                all++;
            }
        }
        return 2 * like < all;
    }

    private float median(Plane plane, Plane noise, int row, int column, float[] window) {
        int count = 0;
        for (int r = 1; r <= radius && count < ENOUGH; r++) {
            count = 0;
            for (int y = top(row, r); y <= bottom(plane, row, r); y++) {
                for (int x = top(column, r); x <= right(plane, column, r); x++) {
                    if (noise.at(y, x) == 0) {
                        window[count++] = plane.at(y, x);
                    }
                }
            }
        }
        if (count == 0) {
            return plane.at(row, column);
        }
        Arrays.sort(window, 0, count);
        return (window[(count - 1) / 2] + window[count / 2]) / 2;
    }

    private static int top(int place, int radius) {
        return Math.max(0, place - radius);
    }

    private static int bottom(Plane plane, int row, int radius) {
        return Math.min(plane.size().height() - 1, row + radius);
    }

    private static int right(Plane plane, int column, int radius) {
        return Math.min(plane.size().width() - 1, column + radius);
    }
}
