package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The mapping for photos without holes: residual blocks between widening and narrowing convolutions.
public record QualityMapping(Layer layers) implements LatentMapping {
    public static QualityMapping of(Parameters p) {
        return of(p, Vae.WIDTH, 512);
    }

    /// A smaller one, for experiments.
    public static QualityMapping of(Parameters p, int latent, int width) {
        List<Integer> widths = LatentMapping.widths(latent, width);
        List<Layer> layers = new ArrayList<>(NormedConv.row(p, "model", 0, widths));
        layers.addAll(InstanceResidual.row(p, "model", 12, 6, width));
        layers.addAll(NormedConv.row(p, "model", 18, widths.reversed().subList(0, 4)));
        layers.add(Conv.three(p, "model.27", width / 4, latent));
        return new QualityMapping(Layer.chain(layers));
    }

    public Tensor translate(Tensor z) {
        return layers.forward(z);
    }

    @Override
    public Tensor translate(Tensor z, Tensor mask) {
        return translate(z);
    }

    @Override
    public int multiple() {
        return Vae.MULTIPLE;
    }
}
