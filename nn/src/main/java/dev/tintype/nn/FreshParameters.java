package dev.tintype.nn;

import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Parameters for a network that is to be trained: random numbers from a seed, or those of earlier weights where there
/// are any of the same name and shape.
public final class FreshParameters implements Parameters {
    private final Random random;
    private final Map<String, Tensor> earlier;
    private final Map<String, Tensor> made = new LinkedHashMap<>();

    public FreshParameters(long seed, Map<String, Tensor> earlier) {
        this.random = new Random(seed);
        this.earlier = Map.copyOf(earlier);
    }

    /// All tensors made so far, by name, in the order of making.
    public Map<String, Tensor> tensors() {
        return made;
    }

    @Override
    public Tensor tensor(String name, Start start, long... shape) {
        Tensor known = earlier.get(name);
        float[] values = known != null && Arrays.equals(known.shape(), shape) ? known.toArray() : values(start, shape);
        Tensor tensor = Scope.keep(Scope.of(() -> Tensor.of(values, shape)));
        made.put(name, tensor);
        return tensor;
    }

    private float[] values(Start start, long[] shape) {
        int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        double inputs = (double) count / shape[0];
        double sigma = switch (start) {
            case HE -> Math.sqrt(2 / inputs);
            case SMALL -> 0.1 * Math.sqrt(2 / inputs);
            case ZERO, ONE -> 0;
        };
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = start == Start.ONE ? 1 : (float) (sigma * random.nextGaussian());
        }
        return values;
    }
}
