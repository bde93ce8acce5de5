package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;

/// Batch normalisation by the mean and variance seen in training, then scale and shift; all of shape (C).
record BatchNorm(Tensor weight, Tensor bias, Tensor mean, Tensor variance) implements Layer {
    static BatchNorm of(Parameters p, String name, int channels) {
        return new BatchNorm(
                p.tensor(name + ".weight", Start.ONE, channels),
                p.tensor(name + ".bias", Start.ZERO, channels),
                p.tensor(name + ".running_mean", Start.ZERO, channels),
                p.tensor(name + ".running_var", Start.ONE, channels));
    }

    @Override
    public Tensor forward(Tensor x) {
        return x.batchNorm(weight, bias, mean, variance);
    }
}
