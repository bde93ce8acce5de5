package dev.tintype.nn.stage;

import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.signal.BoxMean;
import java.util.List;

/// How much less is to be believed of marks that are darker than their surroundings: most damage is bright, and a thin
/// dark thing may be an arm of glasses or a twig. Where bright marks are plenty, dark ones are likely too.
///
/// At first `log odds' = log odds − 4`; once bright marks are known,
/// `log odds' = log odds + 2 min(1, share of the scan that is surely a bright mark / 0.015)`.
final class DarkMarks {
    private static final double CAUTION = 4; // log odds that a dark mark must have more than a bright one
    private static final double RELIEF = 2; // log odds of it that are given back
    private static final double PLENTY = 0.015; // share of bright marks from which all of it is
    private static final float SURE = 0.8f; // probability
    private static final int AROUND = 16; // pixels to each side that make the surroundings
    private static final int SIDE = 1440; // of a part of a large scan, pixels

    private DarkMarks() {}

    /// Less sure of what is dark.
    static Plane doubted(Plane probability, Photo photo) {
        return weighed(probability, dark(photo), -CAUTION);
    }

    /// Surer of what is dark, in place, if bright marks are plenty.
    ///
    /// @param probabilities one channel of 8 bits, 255 times the probability of being a mark
    static void relieve(Samples scan, Samples probabilities) {
        List<Tiles.Tile> tiles = new Tiles(scan.size(), SIDE, 0).all();
        long bright = 0;
        for (int i = 0; i < tiles.size(); i++) {
            Leftovers.collect(scan.size(), i, SIDE);
            Tiles.Tile tile = tiles.get(i);
            bright += bright(probability(probabilities, tile), dark(scan.photo(tile.core())));
        }
        double relief = RELIEF * Math.min(1, (double) bright / scan.size().area() / PLENTY);
        for (int i = 0; i < tiles.size() && relief > 0; i++) {
            Leftovers.collect(scan.size(), i, SIDE);
            Tiles.Tile tile = tiles.get(i);
            Plane surer = weighed(probability(probabilities, tile), dark(scan.photo(tile.core())), relief);
            probabilities.put(tile.core().row(), tile.core().column(), new Photo(List.of(surer)));
        }
    }

    private static Plane probability(Samples probabilities, Tiles.Tile tile) {
        return probabilities.photo(tile.core()).planes().getFirst();
    }

    /// 1 where the photo is darker than the mean around.
    private static Plane dark(Photo photo) {
        Size size = photo.size();
        Plane brightness = photo.luminance();
        Plane around = Plane.copyOf(size, BoxMean.of(size, brightness.toArray(), AROUND), 0);
        return Plane.of(size, (row, column) -> brightness.at(row, column) < around.at(row, column) ? 1 : 0);
    }

    private static Plane weighed(Plane probability, Plane dark, double evidence) {
        return Plane.of(probability.size(), (row, column) -> {
            float p = probability.at(row, column);
            return dark.at(row, column) > 0 ? LogOdds.probability(LogOdds.of(p) + evidence) : p;
        });
    }

    /// How many pixels surely are a bright mark.
    private static long bright(Plane probability, Plane dark) {
        long count = 0;
        for (int row = 0; row < dark.size().height(); row++) {
            for (int column = 0; column < dark.size().width(); column++) {
                count += probability.at(row, column) > SURE && dark.at(row, column) == 0 ? 1 : 0;
            }
        }
        return count;
    }
}
