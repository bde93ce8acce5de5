package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// Guesses from a [ToneProfile] whether a photo has faded, and how if it has: per channel the black point, the log of
/// the range and the log of the gamma, and the log of the saturation. All zero means "not at all".
///
/// [#undo] applies these: `y = clamp((x − b) · e^a, ε, 1.2)^(e^g)`, then `l + (y − l) · e^s` around the luminance `l`.
public record ToneNet(Layer body, Conv numbers) {
    /// Side of the thumbnail that a profile is taken from, pixels.
    public static final int THUMBNAIL = 64;

    private static final int NUMBERS = 10;
    private static final double LEAK = 0.1; // with a plain ReLU all features died in training

    /// Features of the network that ships.
    public static final int SMALL = 128;

    public static ToneNet of(Parameters p, int width) {
        return new ToneNet(
                Layer.chain(
                        Conv.one(p, "first", ToneProfile.LENGTH, width),
                        x -> x.leakyRelu(LEAK),
                        Conv.one(p, "second", width, width),
                        x -> x.leakyRelu(LEAK),
                        Conv.one(p, "third", width, width),
                        x -> x.leakyRelu(LEAK)),
                Conv.of(p, "numbers", Start.ZERO, width, NUMBERS + 1, 1, 1, 0));
    }

    public static ToneNet of(Weights weights) {
        return weights.build(p -> of(p, (int) weights.shape("first.weight")[0]));
    }

    /// What is guessed of some photos.
    ///
    /// @param numbers (N, 10), how each faded if it has
    /// @param faded (N, 1), the log of the odds that it has
    public record Guess(Tensor numbers, Tensor faded) {}

    /// What is guessed of profiles, (N, [ToneProfile#LENGTH]).
    public Guess forward(Tensor profiles) {
        long n = profiles.size(0);
        Tensor all = Scope.of(() -> numbers.forward(body.forward(profiles.reshape(n, ToneProfile.LENGTH, 1, 1)))
                .reshape(n, NUMBERS + 1));
        return new Guess(all.narrow(1, 0, NUMBERS), all.narrow(1, NUMBERS, 1));
    }

    /// The photo before it faded, (N, 3, H, W) in about [0, 1].
    public static Tensor undo(Tensor x, Tensor numbers) {
        return Scope.of(() -> {
            long n = x.size(0);
            Tensor black = numbers.narrow(1, 0, 3).reshape(n, 3, 1, 1);
            Tensor range = numbers.narrow(1, 3, 3).reshape(n, 3, 1, 1);
            Tensor gamma = numbers.narrow(1, 6, 3).reshape(n, 3, 1, 1);
            Tensor saturation = numbers.narrow(1, 9, 1).reshape(n, 1, 1, 1).exp();
            Tensor stretched = x.minus(black).times(range.exp()).clamp(1e-3, 1.2);
            Tensor y = stretched.log().times(gamma.exp()).exp();
            Tensor luminance = y.narrow(1, 0, 1)
                    .times(0.299)
                    .plus(y.narrow(1, 1, 1).times(0.587))
                    .plus(y.narrow(1, 2, 1).times(0.114));
            return luminance.plus(y.minus(luminance).times(saturation));
        });
    }
}
