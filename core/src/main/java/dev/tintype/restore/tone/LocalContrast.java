package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Strengthens contrast of forms, not of grain: what a guided filter with wide windows takes away and one with narrow
/// windows leaves.
///
/// `L′ = L + strength · w · (fine − base)`, where `base` is the luminance without forms smaller than `radius`, `fine`
/// the
/// luminance without grain, and `w = 1 − (2L − 1)⁴` spares black and white. Channels are multiplied by `L′ / L`, so
/// hue stays.
/// Source: K. He, J. Sun and X. Tang, "Guided image filtering", 2013, doi:10.1109/TPAMI.2012.213, section 4, detail
/// enhancement; that grain is left out is ours.
///
/// @param strength 0 to 3; 0.5 is gentle
/// @param radius of the largest forms, pixels
/// @param grain amplitude of what is left as it is, sample units
public record LocalContrast(
        @Setting(value = "how much is added", usual = "0.5", most = 3)
        double strength,

        @Setting(value = "of the largest forms, pixels", usual = "32", least = 4, most = 500)
        int radius,

        @Setting(value = "amplitude of grain, sample units", usual = "0.03", most = 1)
        double grain)
        implements Stage {
    private static final double EDGE = 0.15; // of contours, which get no halo
    private static final int FINE = 2; // pixels
    private static final double DARK = 0.03; // below it, channels change by less than L′ / L

    public LocalContrast {
        if (!(strength >= 0 && strength <= 3 && grain >= 0 && grain <= 1)) {
            throw new IllegalArgumentException(
                    "strength may be 0 to 3 and grain 0 to 1; they were %s and %s".formatted(strength, grain));
        }
        if (radius < 4 || radius > 500) {
            throw new IllegalArgumentException("the radius may be 4 to 500 pixels; it was " + radius);
        }
    }

    @Override
    public Phase phase() {
        return Phase.TONE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(2 * radius);
    }

    @Override
    public Photo apply(Photo photo) {
        if (strength == 0) {
            return photo;
        }
        Plane luminance = photo.luminance();
        Plane base = new GuidedFilter(radius, EDGE).apply(luminance);
        Plane fine = new GuidedFilter(FINE, Math.max(1e-6, 2 * grain)).apply(luminance);
        Plane factor = Plane.of(photo.size(), (row, column) -> {
            double light = luminance.at(row, column);
            double middle = 1 - Math.pow(2 * light - 1, 4);
            double added = strength * middle * (fine.at(row, column) - base.at(row, column));
            return (float) Math.max(0, 1 + added / (light + DARK));
        });
        return photo.map(plane -> Plane.of(
                photo.size(), (row, column) -> Math.clamp(plane.at(row, column) * factor.at(row, column), 0f, 1f)));
    }
}
