package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CastDetectorTest {
    /// A sound photo with black, white, and things of every colour.
    private static Photo colourful() {
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            int channel = c;
            Plane sound = Scene.sound().planes().get(1);
            planes.add(Plane.of(Scene.SIZE, (row, column) -> {
                boolean paint = (row / 32 + column / 32) % 3 == 0;
                int colour = (row / 32 * 5 + column / 32) % 6; // red, yellow, green, cyan, blue, magenta
                boolean lit = List.of(0, 1, 5, 2, 1, 3, 4, 3, 5)
                        .subList(3 * channel, 3 * channel + 3)
                        .contains(colour);
                float tone = row < 12 ? 0 : row > 244 ? 1 : sound.at(row, column);
                return paint && row >= 12 && row <= 244 ? (lit ? 0.75f : 0.35f) * tone : tone;
            }));
        }
        return Scene.rounded(new Photo(planes));
    }

    private static Photo tinted(Photo photo, double red, double green, double blue) {
        double[] tint = {red, green, blue};
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            float add = (float) tint[c];
            planes.add(photo.planes().get(c).map(x -> x + add));
        }
        return Scene.rounded(new Photo(planes));
    }

    private static Optional<Finding> cast(Photo photo) {
        return Diagnostician.standard().diagnose(photo).findings().stream()
                .filter(finding -> finding.kind() == Kind.COLOUR_CAST)
                .findFirst();
    }

    @Test
    void findsATintOfEveryHueAndSaysWhich() {
        for (int turn = 0; turn < 360; turn += 30) {
            double[] tint = new double[3];
            for (int c = 0; c < 3; c++) {
                tint[c] = 0.14 * Math.cos(Math.toRadians(turn - 120 * c));
            }
            Finding found = cast(tinted(colourful(), tint[0], tint[1], tint[2])).orElseThrow();
            Cast cast = ((Fading) found.degradation()).cast();
            double along = tint[0] * cast.red() + tint[1] * cast.green() + tint[2] * cast.blue();
            double length =
                    Math.sqrt(cast.red() * cast.red() + cast.green() * cast.green() + cast.blue() * cast.blue());
            double cosine = along / length / (0.14 * Math.sqrt(1.5));
            assertTrue(cosine > 0.85, "hue of %d degrees: %s".formatted(turn, found.sentence()));
        }
    }

    @Test
    void leavesASoundPhotoAndAnEveningAlone() {
        assertTrue(cast(colourful()).isEmpty());
        Photo sound = colourful();
        Photo evening = Scene.rounded(new Photo(List.of(
                sound.planes().get(0),
                sound.planes().get(1).map(x -> x * (1 - 0.12f * x)),
                sound.planes().get(2).map(x -> x * (1 - 0.35f * x)))));
        assertTrue(cast(evening).isEmpty(), "its light is warm, its shadows are not");
    }
}
