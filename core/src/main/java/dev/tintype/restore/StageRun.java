package dev.tintype.restore;

import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.photo.Tiles.Tile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/// Runs one stage over a whole scan: in tiles on all cores where the stage looks only so far, else at once.
///
/// Memory: the result, and a tile of 1024 x 1024 pixels with its halo for each core, for local stages and, where the
/// scan
/// is huge, for those whose reach fades.
///
/// @param options text by name
public record StageRun(StageKind kind, Map<String, String> options) {
    private static final int SIDE = 1024;
    private static final int ALL = 1 << 30;
    private static final int GRID = 64; // tiles begin at multiples of this, to which stages may be aligned

    public StageRun {
        options = Map.copyOf(options);
    }

    /// The restored samples, in the depth of the scan, which is not changed.
    ///
    /// @param mask one channel of the scan's size, white where it is lost
    /// @throws IllegalArgumentException with one sentence where the options or the mask do not fit
    public Samples apply(Samples scan, Optional<Samples> mask) {
        return apply(scan, mask, scan.depth(), _ -> {});
    }

    /// The restored samples in a depth of their own.
    ///
    /// @param mask one channel of the scan's size, white where it is lost
    /// @param begun hears before each tile which share of them has begun, 0 to 1, from one thread at a time;
    /// what it throws ends the work
    /// @throws IllegalArgumentException with one sentence where the options or the mask do not fit
    public Samples apply(Samples scan, Optional<Samples> mask, Samples.Depth depth, DoubleConsumer begun) {
        mask.ifPresent(lost -> requireSize(scan, lost));
        Samples result = new Samples(scan.size(), scan.channels(), depth);
        Optional<Mask> none = kind.needsMask() ? Optional.of(nothingLost()) : Optional.empty();
        switch (kind.make(options, none).reach()) {
            case Reach.Whole _ -> put(scan, mask, new Tiles(scan.size(), ALL, 0), result, begun);
            case Reach.Fading(int halo) -> put(scan, mask, wide(scan.size(), aligned(halo)), result, begun);
            case Reach.Local(int halo) -> put(scan, mask, new Tiles(scan.size(), SIDE, aligned(halo)), result, begun);
        }
        return result;
    }

    /// All at once, or in tiles where that would take too much memory.
    private static Tiles wide(Size size, int halo) {
        return new Tiles(size, Leftovers.isHuge(size) ? SIDE : ALL, halo);
    }

    private static int aligned(int halo) {
        return (halo + GRID - 1) / GRID * GRID;
    }

    private static Mask nothingLost() {
        return Mask.nothing(new Size(1, 1));
    }

    private void put(Samples scan, Optional<Samples> mask, Tiles tiles, Samples result, DoubleConsumer begun) {
        List<Tile> all = tiles.all();
        AtomicInteger count = new AtomicInteger();
        all.parallelStream().forEach(tile -> {
            Leftovers.collect(scan.size(), begin(count, all.size(), begun), Math.min(SIDE, tiles.side()));
            Photo restored = stage(mask, tile).apply(scan.photo(tile.seen())).crop(tile.inside());
            result.put(tile.core().row(), tile.core().column(), restored);
        });
    }

    private static int begin(AtomicInteger count, int tiles, DoubleConsumer begun) {
        synchronized (count) { // so that shares rise
            begun.accept((double) count.get() / tiles);
            return count.getAndIncrement();
        }
    }

    private Stage stage(Optional<Samples> mask, Tile tile) {
        return kind.make(
                options,
                kind.needsMask()
                        ? mask.map(lost ->
                                new Mask(lost.photo(tile.seen()).planes().getFirst()))
                        : Optional.empty());
    }

    private static void requireSize(Samples scan, Samples mask) {
        if (!mask.size().equals(scan.size())) {
            throw new IllegalArgumentException("the mask is %d x %d pixels, the photo %d x %d; they must be the same"
                    .formatted(
                            mask.size().width(),
                            mask.size().height(),
                            scan.size().width(),
                            scan.size().height()));
        }
    }
}
