package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;

/// Takes fading back by the photo's own histogram: half a stretch of each channel, half one of all together.
///
/// A stretch takes the percentiles `low` and `high` to 0 and 1, but for margins of 0.05 and 0.08 that every photo may
/// have, and with a contrast of at most 2.2: a photo of fog stays one. A monochrome photo, sepia too, is stretched by
/// its luminance and keeps its hue. [#measure] gives the same as a stage that needs no histogram.
/// Source: N. Limare et al., "Simplest color balance", 2011, doi:10.5201/ipol.2011.llmps-scb, for the stretch by
/// percentiles; half and half is ours.
///
/// @param strength share of the change, 0 to 1
/// @param low percentile that becomes black, percent
/// @param high percentile that becomes white, percent
public record AutoLevels(
        @Setting(value = "share of the change", usual = "0.8", most = 1)
        double strength,

        @Setting(value = "percentile that becomes black", usual = "0.5", most = 40)
        double low,

        @Setting(value = "percentile that becomes white", usual = "99.5", least = 60, most = 100)
        double high)
        implements Stage {
    private static final double DARK_MARGIN = 0.05;
    private static final double LIGHT_MARGIN = 0.08;
    private static final double MOST_CONTRAST = 2.2; // fading takes rarely more
    private static final double JOINT = 0.5; // share of the stretch that all channels have in common

    public AutoLevels {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength may be 0 to 1; it was " + strength);
        }
        if (!(low >= 0 && low <= 40 && high >= 60 && high <= 100)) {
            throw new IllegalArgumentException(
                    "percentiles may be 0 to 40 and 60 to 100; they were %s and %s".formatted(low, high));
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
        return strength == 0 ? photo : measure(photo).apply(photo);
    }

    /// The levels that a photo needs; measured on a smaller version, they suit the whole.
    public Levels measure(Photo photo) {
        if (Tint.isMonochrome(photo)) {
            Line line = line(List.of(photo.luminance()));
            return Levels.joint(line.black(), line.white(), true);
        }
        Line joint = line(photo.planes());
        List<Line> lines = photo.planes().stream()
                .map(plane -> line(List.of(plane)).mixed(joint, JOINT))
                .toList();
        Line red = lines.get(0);
        Line green = lines.get(1);
        Line blue = lines.get(2);
        return new Levels(red.black(), red.white(), green.black(), green.white(), blue.black(), blue.white(), false);
    }

    private Line line(List<Plane> planes) {
        double black = Math.max(0, Colours.percentile(planes, low / 100) - DARK_MARGIN);
        double white = Math.min(1, Colours.percentile(planes, high / 100) + LIGHT_MARGIN);
        double excess = Math.max(0, 1 / MOST_CONTRAST - (white - black));
        double below = Math.min(black, excess * black / Math.max(1e-9, black + 1 - white));
        black -= below;
        white = Math.max(white, Math.min(1, black + 1 / MOST_CONTRAST));
        double gain = 1 / (white - black);
        return new Line(gain, -gain * black).mixed(new Line(1, 0), 1 - strength);
    }

    /// `y = gain x + offset`.
    private record Line(double gain, double offset) {
        Line mixed(Line other, double share) {
            return new Line(gain + share * (other.gain - gain), offset + share * (other.offset - offset));
        }

        double black() {
            return -offset / gain;
        }

        double white() {
            return (1 - offset) / gain;
        }
    }
}
