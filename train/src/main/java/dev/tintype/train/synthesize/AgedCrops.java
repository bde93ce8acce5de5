package dev.tintype.train.synthesize;

import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.photo.Mask;
import java.util.Optional;

/// Squares that were aged, and nothing else. Two of three masks are what the detector finds, if there is one; the
/// others are as imprecise as a hand's.
///
/// @param detector whose masks a network shall learn to live with
public record AgedCrops(Ageing ageing, Optional<ScratchDetector> detector) implements Source<MendedCrop> {
    @Override
    public MendedCrop sample(int side, long seed) {
        Sample sample = ageing.sample(side, seed);
        Mask mask = Math.floorMod(seed / 2, 3) < 2 && detector.isPresent()
                ? detector.get().find(sample.aged())
                : MaskDoubt.of(sample.damage(), seed);
        return new MendedCrop(new Sample(sample.aged(), sample.sound(), mask), sample.aged());
    }
}
