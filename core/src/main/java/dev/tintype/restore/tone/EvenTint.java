package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.ArrayList;
import java.util.List;

/// Takes stains and uneven yellowing off a monochrome photo: colour follows from luminance again.
///
/// `x_c′ = x_c + strength · (L + m_c(L) − x_c)`, where `m_c(L)` is the mean of `x_c − L` over all pixels of luminance
/// `L`,
/// so sepia stays sepia and luminance stays as it is. A photo of many colours stays as it is, bit for bit. Not
/// for photos whose colours have nearly gone: it takes the rest.
/// Source: F. Stanco, G. Ramponi and A. de Polo, "Towards the automated restoration of old photographic prints: a
/// survey", 2003, for the damage; the means are ours.
///
/// @param strength share of the change, 0 to 1
public record EvenTint(
        @Setting(value = "share of the change", usual = "1", most = 1)
        double strength) implements Stage {

    public EvenTint {
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
        if (photo.grey() || !Tint.isMonochrome(photo)) {
            return photo;
        }
        Tint tint = Tint.of(photo);
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            int channel = c;
            Plane plane = photo.planes().get(c);
            planes.add(Plane.of(photo.size(), (row, column) -> {
                float x = plane.at(row, column);
                return (float) Math.clamp(x + strength * (tint.at(channel, row, column) - x), 0, 1);
            }));
        }
        return new Photo(planes);
    }
}
