package dev.tintype.photo;

/// Collects what steps and tiles leave behind of a huge scan: the heap would rather grow, up to all it may take.
public final class Leftovers {
    private static final int HUGE = 32_000_000; // pixels of a scan, from which on memory counts more than speed
    private static final int BETWEEN = 2_000_000; // pixels of tiles

    private Leftovers() {}

    /// To be called between two steps, each of which makes a whole scan.
    ///
    /// @param scan its size
    public static void collect(Size scan) {
        if (isHuge(scan)) {
            System.gc();
        }
    }

    /// To be called once for each tile.
    ///
    /// @param scan its size
    /// @param tile number of the tile, from 0
    /// @param side of a tile, pixels
    public static void collect(Size scan, int tile, int side) {
        if (tile % Math.max(1, BETWEEN / (side * side)) == 0) {
            collect(scan);
        }
    }

    /// Whether memory counts more than speed.
    public static boolean isHuge(Size scan) {
        return scan.area() >= HUGE;
    }
}
