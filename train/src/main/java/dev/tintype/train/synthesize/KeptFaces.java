package dev.tintype.train.synthesize;

import java.util.Random;

/// Faces that are made once and met again, mirrored or not: as they were mended, as the scan had them, and the truth.
public record KeptFaces(MendedFaces faces, KeptPictures kept) implements Source<MendedFace> {
    @Override
    public MendedFace sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        MendedFace face = MendedFace.of(
                kept.random(side, random, number -> faces.sample(side, number).pictures()));
        return random.nextBoolean() ? face.mirrored() : face;
    }
}
