package dev.tintype.nn.stage;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.diagnose.Finding;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Tiles;
import java.util.List;

/// What the [Diagnostician] knows of marks and the network may not: that a line of one tone crosses light and dark
/// alike, or that many specks are of one tone. It looks at a whole photo, the network at surroundings.
///
/// On such a mark, `log odds' = log odds + 4 (2 confidence − 1)`. A large scan is diagnosed in parts.
final class MarkEvidence {
    private static final int SIDE = 1440; // of a part, pixels
    private static final double MOST = 4; // log odds
    private static final double SAME_TONE = 0.12; // a pixel beside a mark differs more

    private MarkEvidence() {}

    /// Makes a network surer, in place.
    ///
    /// @param opinions what it thinks: each one channel of 8 bits, 255 times the probability of being a mark
    static void weigh(Samples scan, List<Samples> opinions) {
        List<Tiles.Tile> tiles = new Tiles(scan.size(), SIDE, 0).all();
        for (int i = 0; i < tiles.size(); i++) {
            Leftovers.collect(scan.size(), i, SIDE);
            Tiles.Tile tile = tiles.get(i);
            Photo part = scan.photo(tile.core());
            Plane brightness = part.luminance();
            List<Finding> findings = Diagnostician.marks().diagnose(part).findings();
            for (Samples probabilities : opinions) {
                Plane found = probabilities.photo(tile.core()).planes().getFirst();
                for (Finding finding : findings) {
                    double evidence = MOST * (2 * finding.confidence() - 1);
                    found = surer(found, brightness, finding.degradation(), evidence);
                }
                probabilities.put(tile.core().row(), tile.core().column(), new Photo(List.of(found)));
            }
        }
    }

    private static Plane surer(Plane found, Plane brightness, Degradation marks, double evidence) {
        return switch (marks) {
            case Scratches(var where, double tone) -> surer(found, brightness, where.damage(), tone, evidence);
            case Dust(var where, double tone) -> surer(found, brightness, where.damage(), tone, evidence);
            default -> found;
        };
    }

    private static Plane surer(Plane found, Plane brightness, Plane where, double tone, double evidence) {
        return Plane.of(found.size(), (row, column) -> {
            float p = found.at(row, column);
            boolean mark = where.at(row, column) > 0 && Math.abs(brightness.at(row, column) - tone) < SAME_TONE;
            return mark ? LogOdds.probability(LogOdds.of(p) + evidence) : p;
        });
    }
}
