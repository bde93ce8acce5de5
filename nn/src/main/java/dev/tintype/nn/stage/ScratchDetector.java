package dev.tintype.nn.stage;

import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import java.util.List;
import java.util.function.DoubleConsumer;

/// Finds scratches, creases, dust and holes in a scan of any size.
///
/// A scan is also looked at in half its size, and a large one in quarters and so on, since a scratch that is thirty
/// pixels wide is no scratch to a network that knows those of five, and many scans have more pixels than detail. Each
/// view is looked at as it is and mirrored, of which the mean of the log odds counts. Where doubt is left,
/// [MarkEvidence], [DarkMarks] and [MarkColours] help.
///
/// What it is sure of counts as lost, what it hardly believes counts as sound. Between them a pixel is lost in part:
/// it is filled in part, and a false alarm costs little.
public record ScratchDetector(ScratchNet network) {
    private static final float HARDLY = 0.1f; // probability up to which a pixel is sound
    private static final float SURELY = 0.6f; // from which it is lost
    private static final float EDGE = 0.8f; // how lost a pixel beside a lost one is
    private static final int SIDE = 768;
    private static final int HALO = 128;
    private static final int FINEST = 1024; // halves whose longer side is above this are halved again
    private static final double TRUST = 0.7; // in the finer of two views, against the coarser
    private static final double RESERVE = 3; // log odds that a coarse view alone must have beyond even ones

    /// One channel of 8 bits: 255 where the scan is lost, 0 where it is sound. Marks have soft edges, so what is found
    /// is grown by a pixel.
    ///
    /// @param begun hears before each tile which share of them has begun, 0 to 1; what it throws ends the search
    public Samples find(Samples scan, DoubleConsumer begun) {
        Samples found = probabilities(scan, true, begun);
        MarkEvidence.weigh(scan, found);
        DarkMarks.relieve(scan, found);
        MarkColours colours = MarkColours.of(scan, found);
        Samples lost = new Samples(scan.size(), 1, Depth.BITS_8);
        for (int row = 0; row < scan.size().height(); row++) {
            for (int column = 0; column < scan.size().width(); column++) {
                float probability = colours.weigh(scan, row, column, found.raw(0, row, column) / 255);
                spread(lost, row, column, (float) Math.rint(255 * lost(probability)));
            }
        }
        return lost;
    }

    private static void spread(Samples lost, int row, int column, float value) {
        if (value == 0) {
            return;
        }
        int bottom = Math.min(row + 1, lost.size().height() - 1);
        int right = Math.min(column + 1, lost.size().width() - 1);
        for (int y = Math.max(row - 1, 0); y <= bottom; y++) {
            for (int x = Math.max(column - 1, 0); x <= right; x++) {
                if (y == row || x == column) {
                    float grown = y == row && x == column ? value : (float) Math.rint(EDGE * value);
                    lost.put(0, y, x, Math.max(grown, lost.raw(0, y, x)));
                }
            }
        }
    }

    /// How lost each pixel of a small photo is, whose sides are multiples of [ScratchNet#multiple].
    public Mask find(Photo photo) {
        return new Mask(look(photo).planes().getFirst().map(ScratchDetector::lost));
    }

    private static float lost(float probability) {
        return Math.clamp((probability - HARDLY) / (SURELY - HARDLY), 0f, 1f);
    }

    /// One channel of 8 bits: 255 times the probability of being lost.
    private Samples probabilities(Samples scan, boolean halve, DoubleConsumer begun) {
        Samples result = new Samples(scan.size(), 1, Depth.BITS_8);
        List<Tiles.Tile> tiles = new Tiles(scan.size(), SIDE, HALO).all();
        for (int i = 0; i < tiles.size(); i++) {
            begun.accept((double) i / tiles.size());
            Leftovers.collect(scan.size(), i, SIDE);
            Tiles.Tile tile = tiles.get(i);
            Photo seen = scan.photo(tile.seen());
            result.put(tile.core().row(), tile.core().column(), look(seen).crop(tile.inside()));
        }
        if (halve || Math.max(scan.size().width(), scan.size().height()) > FINEST) {
            join(result, probabilities(Halves.of(scan), false, _ -> begun.accept(1)));
        }
        return result;
    }

    /// Both views weighed, or the coarse one alone where it is very sure, in log odds:
    /// `max(0.7 fine + 0.3 coarse, coarse − 3)`.
    private static void join(Samples fine, Samples coarse) {
        for (int row = 0; row < fine.size().height(); row++) {
            for (int column = 0; column < fine.size().width(); column++) {
                int y = Math.min(row / 2, coarse.size().height() - 1);
                int x = Math.min(column / 2, coarse.size().width() - 1);
                double near = LogOdds.of(fine.raw(0, row, column) / 255);
                double far = LogOdds.of(coarse.raw(0, y, x) / 255);
                double both = Math.max(TRUST * near + (1 - TRUST) * far, far - RESERVE);
                fine.put(0, row, column, (float) Math.rint(255 * LogOdds.probability(both)));
            }
        }
    }

    private Photo look(Photo photo) {
        Size size = photo.size();
        int below = Math.floorMod(-size.height(), network.multiple());
        int right = Math.floorMod(-size.width(), network.multiple());
        try (Scope _ = Scope.open()) {
            Tensor found = Scope.inference(() -> {
                Tensor x = Pixels.of(List.of(photo)).pad("replicate", 0, right, 0, below);
                Tensor mirrored = network.forward(x.mirrored()).mirrored();
                return network.forward(x).plus(mirrored).times(0.5).sigmoid();
            });
            Size padded = new Size(size.width() + right, size.height() + below);
            Plane probability = Plane.copyOf(padded, found.toArray(), 0).crop(new Region(0, 0, size));
            return new Photo(List.of(DarkMarks.doubted(probability, photo)));
        }
    }
}
