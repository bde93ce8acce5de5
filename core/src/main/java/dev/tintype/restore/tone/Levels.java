package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.List;

/// Stretches tones: what was `black` becomes 0, what was `white` becomes 1, in each channel.
///
/// `y = clamp((x − black) / (white − black), 0, 1)`. With `tinted` the luminance is stretched by the mean points and
/// all
/// channels are multiplied by `L′ / L`, so hue and saturation stay: sepia stays sepia.
/// Source: R. C. Gonzalez and R. E. Woods, "Digital image processing", 4th edition, 2018, section 3.2, contrast
/// stretching.
///
/// @param redBlack sample units, below `redWhite`; the others likewise. A grey photo takes the mean of all three
public record Levels(
        @Setting(value = "red that becomes 0", usual = "0", least = -1, most = 1)
        double redBlack,

        @Setting(value = "red that becomes 1", usual = "1", least = 0, most = 2)
        double redWhite,

        @Setting(value = "green that becomes 0", usual = "0", least = -1, most = 1)
        double greenBlack,

        @Setting(value = "green that becomes 1", usual = "1", least = 0, most = 2)
        double greenWhite,

        @Setting(value = "blue that becomes 0", usual = "0", least = -1, most = 1)
        double blueBlack,

        @Setting(value = "blue that becomes 1", usual = "1", least = 0, most = 2)
        double blueWhite,

        @Setting(value = "keep hue and saturation, as of sepia", usual = "false")
        boolean tinted)
        implements Stage {

    public Levels {
        requireRange("red", redBlack, redWhite);
        requireRange("green", greenBlack, greenWhite);
        requireRange("blue", blueBlack, blueWhite);
    }

    /// The same points for all channels.
    static Levels joint(double black, double white, boolean tinted) {
        return new Levels(black, white, black, white, black, white, tinted);
    }

    private static void requireRange(String channel, double black, double white) {
        if (!(white - black > 1e-3 && Double.isFinite(white - black))) {
            throw new IllegalArgumentException(
                    "black of %s must be below its white; they were %s and %s".formatted(channel, black, white));
        }
    }

    @Override
    public Phase phase() {
        return Phase.TONE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(0);
    }

    @Override
    public Photo apply(Photo photo) {
        if (photo.grey()) {
            return photo.map(plane -> stretched(plane, meanCurve()));
        }
        if (tinted) {
            return scaled(photo, meanCurve());
        }
        return new Photo(List.of(
                stretched(photo.planes().get(0), curve(redBlack, redWhite)),
                stretched(photo.planes().get(1), curve(greenBlack, greenWhite)),
                stretched(photo.planes().get(2), curve(blueBlack, blueWhite))));
    }

    private Curve meanCurve() {
        return curve((redBlack + greenBlack + blueBlack) / 3, (redWhite + greenWhite + blueWhite) / 3);
    }

    private static Curve curve(double black, double white) {
        return new Curve(black, 1 / (white - black), 1);
    }

    private static Plane stretched(Plane plane, Curve curve) {
        return plane.map(x -> (float) Math.clamp(curve.apply(x), 0, 1));
    }

    private static Photo scaled(Photo photo, Curve curve) {
        Plane luminance = photo.luminance();
        return photo.map(plane -> Plane.of(photo.size(), (row, column) -> {
            double light = luminance.at(row, column);
            double stretched = Math.clamp(curve.apply(light), 0, 1);
            double factor = light > 0 ? stretched / light : 1;
            return (float) Math.clamp(plane.at(row, column) * factor, 0, 1);
        }));
    }
}
