package dev.tintype.photo;

import java.util.ArrayList;
import java.util.List;

/// Cuts a photo into squares that a network sees one at a time, each with a frame of its surroundings.
///
/// Squares begin at multiples of 64 pixels, to which everything in our networks is aligned; so a tile gives what the
/// whole photo gives, but for what lies further away than the frame.
///
/// @param size of the photo
/// @param side of a square, pixels, a multiple of 64
/// @param halo width of the frame, pixels, a multiple of 64
public record Tiles(Size size, int side, int halo) {

    /// A square and where the network looks for it.
    ///
    /// @param core what the result is taken from
    /// @param seen the core and its frame, inside the photo
    public record Tile(Region core, Region seen) {
        /// The core's place inside what was seen.
        public Region inside() {
            return new Region(core.row() - seen.row(), core.column() - seen.column(), core.size());
        }
    }

    /// All squares, row by row.
    public List<Tile> all() {
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < size.height(); row += side) {
            for (int column = 0; column < size.width(); column += side) {
                tiles.add(new Tile(region(row, column, 0), region(row, column, halo)));
            }
        }
        return tiles;
    }

    private Region region(int row, int column, int frame) {
        int top = Math.max(0, row - frame);
        int left = Math.max(0, column - frame);
        int bottom = Math.min(size.height(), row + side + frame);
        int right = Math.min(size.width(), column + side + frame);
        return new Region(top, left, new Size(right - left, bottom - top));
    }
}
