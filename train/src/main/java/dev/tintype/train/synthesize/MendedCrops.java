package dev.tintype.train.synthesize;

import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Squares that were aged, and of which the default plan has done what comes before a network: what it leaves is what
/// there is to learn. They are cut out of larger ones that are kept. Two of three masks are what the plan found; the
/// others are as imprecise as a hand's.
///
/// @param restore what is done before the network
public record MendedCrops(Ageing ageing, Function<Samples, Restoration> restore, KeptPictures kept)
        implements Source<MendedCrop> {
    private static final int LARGE = 224; // pixels: enough for a diagnosis

    @Override
    public MendedCrop sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        List<Photo> squares = kept.random(LARGE, random, this::squares);
        int room = (LARGE - side) / 8;
        Region place = new Region(
                8 * random.nextInt(room + 1),
                8 * random.nextInt(room + 1),
                new Size(side, side)); // whole blocks of JPEG
        boolean mirrored = random.nextBoolean();
        List<Photo> cut = squares.stream()
                .map(square -> square.crop(place).map(plane -> mirrored ? Turn.mirrored(plane) : plane))
                .toList();
        Mask found = mask(cut.get(3));
        Mask lost = random.nextInt(3) < 2 ? found : MaskDoubt.of(mask(cut.get(2)), seed);
        return new MendedCrop(new Sample(cut.get(0), cut.get(1), lost), cut.get(4));
    }

    private List<Photo> squares(long number) {
        Sample sample = ageing.sample(LARGE, number);
        Restoration mended = restore.apply(Samples.of(sample.aged(), Depth.BITS_16));
        return List.of(
                mended.restored().samples().photo(),
                sample.sound(),
                coloured(sample.damage().damage()),
                coloured(mended.mask().photo().planes().getFirst()),
                sample.aged());
    }

    private static Photo coloured(Plane plane) {
        return new Photo(List.of(plane, plane, plane));
    }

    private static Mask mask(Photo square) {
        return new Mask(square.planes().getFirst());
    }
}
