package dev.tintype.nn.stage;

import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Finds scratches, creases, dust and holes in a scan of any size.
///
/// A large scan is also looked at in halves, quarters and so on of its size, since a scratch that is thirty pixels wide
/// is no scratch to a network that knows those of five.
///
/// Where the network is sure, damage begins; from there it goes on to all neighbours of which the network is half sure,
/// as
/// a scratch does not end where it crosses a window.
///
/// Source of the two thresholds: J. Canny, "A Computational Approach to Edge Detection", 1986,
/// doi:10.1109/TPAMI.1986.4767851, section on hysteresis.
///
/// @param sure probability from which a pixel is lost, 0 to 1; more finds less
/// @param doubtful probability from which a pixel beside a lost one is lost too, 0 to `sure`
/// @param grow pixels by which what was found is widened
public record ScratchDetector(ScratchNet network, double sure, double doubtful, int grow) {
    private static final int SIDE = 1024;
    private static final int HALO = 64;
    private static final int FINEST = 1024; // a longer side than this is also looked at in half size

    /// One channel of 8 bits: 255 where the scan is lost, else 0.
    public Samples find(Samples scan) {
        Samples found = probabilities(scan);
        Samples mask = new Samples(scan.size(), 1, Depth.BITS_8);
        Deque<Integer> open = new ArrayDeque<>();
        for (int row = 0; row < scan.size().height(); row++) {
            for (int column = 0; column < scan.size().width(); column++) {
                if (found.raw(0, row, column) >= 255 * sure) {
                    open.add(row * scan.size().width() + column);
                }
            }
        }
        while (!open.isEmpty()) {
            int place = open.remove();
            int row = place / scan.size().width();
            int column = place % scan.size().width();
            mark(mask, row, column);
            follow(found, row, column, open);
        }
        return mask;
    }

    /// Adds the doubtful neighbours of a place, and takes them out of what was found so that each comes once.
    private void follow(Samples found, int row, int column, Deque<Integer> open) {
        int width = found.size().width();
        for (int y = Math.max(row - 1, 0); y <= Math.min(row + 1, found.size().height() - 1); y++) {
            for (int x = Math.max(column - 1, 0); x <= Math.min(column + 1, width - 1); x++) {
                float probability = found.raw(0, y, x);
                if (probability >= 255 * doubtful && probability < 255 * sure) {
                    found.put(0, y, x, 0);
                    open.add(y * width + x);
                }
            }
        }
    }

    private void mark(Samples mask, int row, int column) {
        int bottom = Math.min(row + grow, mask.size().height() - 1);
        int right = Math.min(column + grow, mask.size().width() - 1);
        for (int y = Math.max(row - grow, 0); y <= bottom; y++) {
            for (int x = Math.max(column - grow, 0); x <= right; x++) {
                mask.put(0, y, x, 255);
            }
        }
    }

    /// One channel of 8 bits: 255 times the probability of being lost.
    public Samples probabilities(Samples scan) {
        Samples result = new Samples(scan.size(), 1, Depth.BITS_8);
        for (Tiles.Tile tile : new Tiles(scan.size(), SIDE, HALO).all()) {
            Photo seen = scan.photo(tile.seen());
            result.put(tile.core().row(), tile.core().column(), look(seen).crop(tile.inside()));
        }
        if (Math.max(scan.size().width(), scan.size().height()) > FINEST) {
            join(result, probabilities(Halves.of(scan)));
        }
        return result;
    }

    private static void join(Samples fine, Samples coarse) {
        for (int row = 0; row < fine.size().height(); row++) {
            for (int column = 0; column < fine.size().width(); column++) {
                int y = Math.min(row / 2, coarse.size().height() - 1);
                int x = Math.min(column / 2, coarse.size().width() - 1);
                fine.put(0, row, column, Math.max(fine.raw(0, row, column), coarse.raw(0, y, x)));
            }
        }
    }

    private Photo look(Photo photo) {
        Size size = photo.size();
        int below = Math.floorMod(-size.height(), ScratchNet.MULTIPLE);
        int right = Math.floorMod(-size.width(), ScratchNet.MULTIPLE);
        try (Scope _ = Scope.open()) {
            Tensor found = Scope.inference(
                    () -> network.forward(Pixels.of(List.of(photo)).pad("replicate", 0, right, 0, below))
                            .sigmoid());
            Size padded = new Size(size.width() + right, size.height() + below);
            return new Photo(List.of(Plane.copyOf(padded, found.toArray(), 0).crop(new Region(0, 0, size))));
        }
    }
}
