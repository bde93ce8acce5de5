package dev.tintype.nn.stage;

import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// One look of a network for marks at a scan of any size, in tiles.
final class MarkLook {
    private static final int SIDE = 768; // of a tile of a large scan
    private static final int WHOLE = 1152; // a scan with no longer side is one tile
    private static final int HALO = 128;

    private MarkLook() {}

    /// Probabilities of being a mark, times 255: one channel of 8 bits for each plane that a look gives.
    ///
    /// @param count of the planes
    /// @param part what a look at a part of the scan gives
    /// @param begun hears before each tile which share of them has begun, 0 to 1; what it throws ends the search
    static List<Samples> over(Samples scan, int count, Function<Region, List<Plane>> part, DoubleConsumer begun) {
        Size size = scan.size();
        List<Samples> results = Stream.generate(() -> new Samples(size, 1, Depth.BITS_8))
                .limit(count)
                .toList();
        int side = Math.max(size.width(), size.height()) <= WHOLE ? WHOLE : SIDE;
        List<Tiles.Tile> tiles = new Tiles(size, side, HALO).all();
        for (int i = 0; i < tiles.size(); i++) {
            begun.accept((double) i / tiles.size());
            Leftovers.collect(size, i, side);
            Tiles.Tile tile = tiles.get(i);
            List<Plane> found = part.apply(tile.seen());
            for (int k = 0; k < count; k++) {
                Photo inside = new Photo(List.of(found.get(k))).crop(tile.inside());
                results.get(k).put(tile.core().row(), tile.core().column(), inside);
            }
        }
        return results;
    }

    /// The probability of being a mark in a photo.
    ///
    /// @param told what the network is told of the photo; empty where it is told nothing
    /// @param mirrored whether to look at the mirror image, too, and take the mean of the log odds
    static Plane at(ScratchNet network, Photo photo, List<List<Plane>> told, boolean mirrored) {
        Size size = photo.size();
        int below = Math.floorMod(-size.height(), network.multiple());
        int right = Math.floorMod(-size.width(), network.multiple());
        try (Scope _ = Scope.open()) {
            Tensor found = Scope.inference(() -> {
                Tensor x = MarkHints.input(List.of(photo), told).pad("replicate", 0, right, 0, below);
                Tensor logits = network.forward(x);
                if (mirrored) {
                    logits = logits.plus(network.forward(x.mirrored()).mirrored())
                            .times(0.5);
                }
                return logits.sigmoid();
            });
            Size padded = new Size(size.width() + right, size.height() + below);
            return Plane.copyOf(padded, found.toArray(), 0).crop(new Region(0, 0, size));
        }
    }
}
