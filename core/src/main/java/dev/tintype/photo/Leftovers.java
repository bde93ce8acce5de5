package dev.tintype.photo;

/// Collects what tiles of a huge scan leave behind: the heap would rather grow, up to all it may take.
public final class Leftovers {
    private static final int HUGE = 32_000_000; // pixels of a scan, from which on memory counts more than speed
    private static final int BETWEEN = 2_000_000; // pixels of tiles

    private Leftovers() {}

    /// To be called once for each tile.
    ///
    /// @param scan its size
    /// @param tile number of the tile, from 0
    /// @param side of a tile, pixels
    public static void collect(Size scan, int tile, int side) {
        if (isHuge(scan) && tile % Math.max(1, BETWEEN / (side * side)) == 0) {
            System.gc();
        }
    }

    /// Whether memory counts more than speed.
    public static boolean isHuge(Size scan) {
        return scan.area() >= HUGE;
    }
}
