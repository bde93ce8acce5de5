package dev.tintype.train.synthesize;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import java.util.Random;

/// Makes a true mask as wide, and now and then as wrong, as one that was found.
public final class MaskDoubt {
    private MaskDoubt() {}

    /// The mask grown by 0 to 3 pixels, or empty one time in twenty.
    public static Mask of(Mask mask, long seed) {
        Random random = new Random(seed ^ 0x5DEECE66DL);
        int grow = random.nextInt(4);
        if (random.nextInt(20) == 0) {
            return new Mask(mask.damage().map(_ -> 0));
        }
        Plane plane = mask.damage();
        for (int i = 0; i < grow; i++) {
            plane = grown(plane);
        }
        return new Mask(plane);
    }

    private static Plane grown(Plane plane) {
        int bottom = plane.size().height() - 1;
        int right = plane.size().width() - 1;
        return Plane.of(plane.size(), (row, column) -> {
            float around =
                    Math.max(plane.at(Math.max(row - 1, 0), column), plane.at(Math.min(row + 1, bottom), column));
            float beside = Math.max(plane.at(row, Math.max(column - 1, 0)), plane.at(row, Math.min(column + 1, right)));
            return Math.max(plane.at(row, column), Math.max(around, beside));
        });
    }
}
