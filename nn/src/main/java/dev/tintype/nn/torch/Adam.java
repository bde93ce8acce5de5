package dev.tintype.nn.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;

/// The Adam optimiser over all parameters of a player at once, with clipping of the gradient's norm and a moving
/// average
/// of the weights.
///
/// The parameters are moved into one flat vector, so that a step is a handful of operations however many there are.
/// Source: D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", 2015, arXiv:1412.6980.
public final class Adam {
    private static final double EPSILON = 1e-8;

    private final Map<String, Tensor> parameters;
    private final double beta1;
    private final double beta2;
    private final org.bytedeco.pytorch.Tensor values;
    private final org.bytedeco.pytorch.Tensor gradient;
    private final org.bytedeco.pytorch.Tensor first;
    private final org.bytedeco.pytorch.Tensor second;
    private final org.bytedeco.pytorch.Tensor average;
    private int steps;

    /// @param parameters by name; from now on they need gradients
    /// @param beta1 memory of the gradient, 0 to 1
    /// @param beta2 memory of its square, 0 to 1
    public Adam(Map<String, Tensor> parameters, double beta1, double beta2) {
        this.parameters = new LinkedHashMap<>(parameters);
        this.beta1 = beta1;
        this.beta2 = beta2;
        long count = parameters.values().stream().mapToLong(Tensor::count).sum();
        values = vector(count);
        gradient = vector(count);
        first = vector(count);
        second = vector(count);
        average = vector(count);
        try (Scope _ = Scope.open()) {
            long offset = 0;
            for (Tensor parameter : parameters.values()) {
                offset = adopt(parameter, offset);
            }
            average.copy_(values);
        }
    }

    private static org.bytedeco.pytorch.Tensor vector(long count) {
        return Scope.keep(Scope.of(() -> Tensor.zeros(count))).raw;
    }

    private long adopt(Tensor parameter, long offset) {
        long count = parameter.count();
        org.bytedeco.pytorch.Tensor place = values.narrow(0, offset, count).view(parameter.shape());
        place.copy_(parameter.raw);
        parameter.raw.set_data(place);
        parameter.raw.set_requires_grad(true);
        parameter.raw.mutable_grad().put(gradient.narrow(0, offset, count).view(parameter.shape()));
        return offset + count;
    }

    /// Forgets the gradient of the last step.
    public void clear() {
        gradient.zero_();
    }

    /// Moves all parameters one step against their gradient.
    ///
    /// @param rate learning rate
    /// @param norm the longest gradient that is not shortened
    /// @param memory weight of the old moving average, 0 to 1
    /// @return the length of the gradient before clipping
    public double step(double rate, double norm, double memory) {
        steps++;
        try (Scope _ = Scope.open();
                NoGradGuard _ = new NoGradGuard()) {
            double length = gradient.norm().item_float();
            if (!Double.isFinite(length)) {
                return length;
            }
            gradient.mul_(new Scalar(Math.min(1, norm / (length + 1e-6))));
            first.mul_(new Scalar(beta1)).add_(gradient, new Scalar(1 - beta1));
            second.mul_(new Scalar(beta2)).addcmul_(gradient, gradient, new Scalar(1 - beta2));
            double scale = Math.sqrt(1 - Math.pow(beta2, steps));
            org.bytedeco.pytorch.Tensor denominator = second.sqrt().add_(new Scalar(EPSILON * scale));
            values.addcdiv_(first, denominator, new Scalar(-rate * scale / (1 - Math.pow(beta1, steps))));
            average.lerp_(values, new Scalar(1 - Math.min(memory, (1.0 + steps) / (10.0 + steps))));
            return length;
        }
    }

    /// The moving averages of the parameters, by name: what a trained network should use.
    public Map<String, Tensor> averages() {
        Map<String, Tensor> result = new LinkedHashMap<>();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : parameters.entrySet()) {
            long count = entry.getValue().count();
            result.put(
                    entry.getKey(),
                    new Tensor(average.narrow(0, offset, count)
                            .view(entry.getValue().shape())));
            offset += count;
        }
        return result;
    }

    /// Runs `body` while the parameters hold their moving averages.
    public void withAverages(Runnable body) {
        try (Scope _ = Scope.open();
                NoGradGuard _ = new NoGradGuard()) {
            org.bytedeco.pytorch.Tensor now = values.clone();
            values.copy_(average);
            body.run();
            values.copy_(now);
        }
    }

    /// All that a later run needs to go on exactly, by name.
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put("values", new Tensor(values));
        state.put("first", new Tensor(first));
        state.put("second", new Tensor(second));
        state.put("average", new Tensor(average));
        state.put("steps", Tensor.of(new float[] {steps >> 16, steps & 0xFFFF}, 2));
        return state;
    }

    /// Goes on where another run was when it gave its [#state].
    public void restore(Map<String, Tensor> state) {
        try (Scope _ = Scope.open();
                NoGradGuard _ = new NoGradGuard()) {
            values.copy_(require(state, "values").raw);
            first.copy_(require(state, "first").raw);
            second.copy_(require(state, "second").raw);
            average.copy_(require(state, "average").raw);
            float[] count = require(state, "steps").toArray();
            steps = Math.round(count[0]) * 65536 + Math.round(count[1]);
        }
    }

    private static Tensor require(Map<String, Tensor> state, String name) {
        Tensor tensor = state.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the optimiser's state lacks " + name);
        }
        return tensor;
    }
}
