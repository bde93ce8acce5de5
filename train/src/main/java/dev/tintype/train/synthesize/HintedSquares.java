package dev.tintype.train.synthesize;

import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.train.synthesize.Ageing.Marked;
import java.util.List;
import java.util.Random;

/// Squares that were aged, with what a first look says of them. They are kept, and met again mirrored and turned.
///
/// @param first looks at them
public record HintedSquares(Ageing ageing, ScratchDetector first, KeptPictures kept) implements Source<HintedSquare> {
    private static final float LARGEST = 0.25f; // change that is kept

    @Override
    public HintedSquare sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        List<Photo> squares = kept.random(side, random, number -> squares(side, number));
        long turn = random.nextLong();
        List<Photo> turned = squares.stream()
                .map(square -> Turn.random(square, new Random(turn)))
                .toList();
        List<Plane> told = turned.get(1).planes();
        Plane change = told.get(2).map(x -> LARGEST * x);
        Mask damage = new Mask(change.map(x -> x > Ageing.VISIBLE ? 1 : 0));
        return new HintedSquare(turned.get(0), told.subList(0, 2), damage, Marked.weight(change));
    }

    private List<Photo> squares(int side, long number) {
        Marked marked = ageing.marked(side, number);
        Sample sample = marked.sample();
        List<Plane> hints = first.hints(Samples.of(sample.aged(), Depth.BITS_8));
        Plane change = marked.change().map(x -> Math.min(1, x / LARGEST));
        return List.of(sample.aged(), new Photo(List.of(hints.get(0), hints.get(1), change)));
    }
}
