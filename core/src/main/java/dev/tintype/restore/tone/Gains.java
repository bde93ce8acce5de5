package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;

/// Multiplies each channel by a number: `y = clamp(g x, 0, 1)`. A grey photo stays as it is.
///
/// Source: J. von Kries, "Die Gesichtsempfindungen", 1905: an illuminant is taken back by one factor for each receptor.
///
/// @param red factor above 0; green and blue likewise
public record Gains(
        @Setting(value = "factor of red", usual = "1", least = 0.1, most = 10)
        double red,

        @Setting(value = "factor of green", usual = "1", least = 0.1, most = 10)
        double green,

        @Setting(value = "factor of blue", usual = "1", least = 0.1, most = 10)
        double blue)
        implements Stage {

    public Gains {
        for (double gain : new double[] {red, green, blue}) {
            if (!(gain >= 0.1 && gain <= 10)) {
                throw new IllegalArgumentException("a factor may be 0.1 to 10; it was " + gain);
            }
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
            return photo;
        }
        return new Photo(List.of(
                times(photo.planes().get(0), red),
                times(photo.planes().get(1), green),
                times(photo.planes().get(2), blue)));
    }

    private static Plane times(Plane plane, double gain) {
        return plane.map(x -> (float) Math.clamp(x * gain, 0, 1));
    }
}
