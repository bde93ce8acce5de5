package dev.tintype.nn.stage;

import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.net.ToneNet.Guess;
import dev.tintype.nn.net.ToneProfile;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.restore.tone.Tint;
import dev.tintype.restore.tone.Unfade;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.List;
import java.util.Optional;

/// Guesses how a scan faded, from a thumbnail of what is sound in it.
public record ToneDetector(ToneNet network) {
    private static final double SURE = 0.94; // of the fading; what is sound must not be touched
    private static final double SURE_OF_OLD = 0.85; // the same of a print with marks, which most likely is old
    private static final double MARKED = 0.01; // share of the scan that is lost, from which on it has marks
    private static final double SURE_OF_GREY = 0.8; // the same of a monochrome photo, of which no hue can be lost
    private static final double MONOCHROME = 0.0125; // mean distance of colours from their tint, sample units

    /// What takes the fading back, if there is any; sepia stays sepia.
    ///
    /// @param mask one channel, above 0 where the scan is lost
    public Optional<Unfade> examine(Samples scan, Samples mask) {
        try (Scope _ = Scope.open()) {
            float[] thumbnail = Thumbnail.of(scan, Optional.of(mask));
            Tensor profile = Tensor.of(ToneProfile.of(thumbnail), 1, ToneProfile.LENGTH);
            float[] guess = Scope.inference(() -> {
                        Guess all = network.forward(profile);
                        return Tensor.cat(List.of(all.numbers(), all.faded().sigmoid()), 1);
                    })
                    .toArray();
            double sureness = guess[guess.length - 1];
            Unfade unfade = unfade(guess);
            Photo small = Thumbnail.photo(thumbnail);
            Tint tint = Tint.of(small);
            // Colours that are hardly there now may be there afterwards, so their scatter counts as it will be.
            boolean monochrome = tint.scatter(small) * unfade.range() < MONOCHROME;
            double wanted = Restoration.share(mask) < MARKED ? SURE : SURE_OF_OLD;
            if (sureness < (monochrome ? SURE_OF_GREY : wanted)) {
                return Optional.empty();
            }
            return Optional.of(monochrome ? tint.keep(unfade) : unfade);
        }
    }

    private static Unfade unfade(float[] guess) {
        return new Unfade(curve(guess, 0), curve(guess, 1), curve(guess, 2), Math.exp(guess[9]));
    }

    private static Curve curve(float[] guess, int channel) {
        return new Curve(guess[channel], Math.exp(guess[3 + channel]), Math.exp(guess[6 + channel]));
    }
}
