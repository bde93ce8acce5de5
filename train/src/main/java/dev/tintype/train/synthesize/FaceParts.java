package dev.tintype.train.synthesize;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.Random;

/// Among faces, parts of larger ones as large as a square: with all of their pixels, large faces fit no square that is
/// learnt from in reasonable time, and portraits of few pixels say nothing of skin and hair seen close.
///
/// @param faces shown whole
/// @param large those with more pixels
public record FaceParts(Source<MendedFace> faces, Source<MendedFace> large) implements Source<MendedFace> {
    private static final double PARTS = 0.4; // share of the squares
    private static final double LARGER = 1.5; // times the side of a square

    /// The side of the squares that parts are cut out of, pixels.
    ///
    /// @param side of a part; a multiple of 16
    public static int larger(int side) {
        return (int) (LARGER * side);
    }

    @Override
    public MendedFace sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        if (random.nextDouble() >= PARTS) {
            return faces.sample(side, seed);
        }
        int room = larger(side) - side;
        Region place = new Region(random.nextInt(room + 1), random.nextInt(room + 1), new Size(side, side));
        return large.sample(larger(side), seed).crop(place);
    }
}
