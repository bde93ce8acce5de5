package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// The grey of a colour photo as Pillow's mode "L" has it: 0.299 R + 0.587 G + 0.114 B of 8-bit levels, rounded.
///
/// Source: ITU-R BT.601; Pillow, `Convert.c`.
public final class PilGrey {
    private PilGrey() {}

    public static Plane of(Photo photo) {
        if (photo.grey()) {
            return photo.planes().getFirst();
        }
        Plane red = photo.planes().get(0);
        Plane green = photo.planes().get(1);
        Plane blue = photo.planes().get(2);
        return Plane.of(photo.size(), (row, column) -> {
            int sum = 19595 * Levels.of(red.at(row, column))
                    + 38470 * Levels.of(green.at(row, column))
                    + 7471 * Levels.of(blue.at(row, column));
            return Levels.sample((sum + 0x8000) >> 16);
        });
    }
}
