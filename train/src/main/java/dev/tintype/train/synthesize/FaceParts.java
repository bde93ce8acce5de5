package dev.tintype.train.synthesize;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.Random;

/// Among whole faces, parts of large ones: portraits of few pixels say nothing of skin and hair seen close, and
/// larger squares take longer.
///
/// @param faces shown whole
/// @param large those that fill a square of 1.5 times the side, of which parts are shown
public record FaceParts(Source<MendedFace> faces, Source<MendedFace> large) implements Source<MendedFace> {
    private static final double PARTS = 0.4; // share of the squares
    private static final double LARGER = 1.5; // times the side of a square

    @Override
    public MendedFace sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        long other = random.nextLong(); // the same one would make the sources draw what was drawn here
        if (random.nextDouble() >= PARTS) {
            return faces.sample(side, other);
        }
        int larger = (int) (LARGER * side);
        int room = larger - side;
        Region place = new Region(random.nextInt(room + 1), random.nextInt(room + 1), new Size(side, side));
        return large.sample(larger, other).crop(place);
    }
}
