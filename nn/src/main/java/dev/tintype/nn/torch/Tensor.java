package dev.tintype.nn.torch;

import static org.bytedeco.pytorch.global.torch.ScalarType;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// A native array of float numbers with a shape, and the few operations our networks are made of.
///
/// It belongs to the innermost open [Scope] of its thread and dies with it. Names and meanings are PyTorch's; every
/// operation here can be differentiated.
public final class Tensor extends Grid {
    Tensor(org.bytedeco.pytorch.Tensor raw) {
        super(raw);
    }

    /// A copy of numbers in row order.
    public static Tensor of(float[] values, long... shape) {
        if (values.length != Arrays.stream(shape).reduce(1, Math::multiplyExact)) {
            throw new IllegalArgumentException(values.length + " values do not fill " + Arrays.toString(shape));
        }
        try (FloatPointer pointer = new FloatPointer(values)) {
            return new Tensor(Torch.placed(torch.from_blob(pointer, shape).clone()));
        }
    }

    public static Tensor zeros(long... shape) {
        return new Tensor(Torch.placed(torch.zeros(shape)));
    }

    public static Tensor full(double value, long... shape) {
        return new Tensor(Torch.placed(torch.full(shape, new Scalar(value))));
    }

    /// Standard normal numbers from libtorch's generator, which [Torch#seed] starts.
    public static Tensor randn(long... shape) {
        return new Tensor(Torch.placed(torch.randn(shape)));
    }

    /// Joins tensors along a dimension.
    public static Tensor cat(List<Tensor> parts, int dimension) {
        TensorVector vector = new TensorVector();
        parts.forEach(part -> vector.push_back(part.raw));
        return new Tensor(torch.cat(vector, dimension));
    }

    /// Chooses from `yes` where `condition` is above zero, else from `no`.
    public static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        return new Tensor(torch.where(condition.raw.gt(new Scalar(0.0)), yes.raw, no.raw));
    }

    public long[] shape() {
        return raw.shape();
    }

    public long size(int dimension) {
        return raw.size(dimension);
    }

    public long count() {
        return raw.numel();
    }

    /// A copy of all numbers in row order, as 32-bit floats.
    public float[] toArray() {
        try (Scope _ = Scope.open()) {
            org.bytedeco.pytorch.Tensor flat =
                    raw.detach().cpu().toType(ScalarType.Float).contiguous();
            float[] values = new float[Math.toIntExact(flat.numel())];
            if (values.length > 0) {
                flat.data_ptr_float().capacity(values.length).get(values);
            }
            return values;
        }
    }

    /// The bytes as they lie in memory (little endian), half precision if wished.
    byte[] bytes(boolean half) {
        try (Scope _ = Scope.open()) {
            org.bytedeco.pytorch.Tensor flat = raw.detach()
                    .cpu()
                    .toType(half ? ScalarType.Half : ScalarType.Float)
                    .contiguous();
            byte[] bytes = new byte[Math.toIntExact(flat.nbytes())];
            new BytePointer(flat.data_ptr()).capacity(bytes.length).get(bytes);
            return bytes;
        }
    }

    /// The only number of a tensor that has one.
    public float item() {
        return raw.item_float();
    }

    public Tensor plus(Tensor other) {
        return new Tensor(raw.add(other.raw));
    }

    public Tensor plus(double number) {
        return new Tensor(raw.add(new Scalar(number)));
    }

    public Tensor minus(Tensor other) {
        return new Tensor(raw.sub(other.raw));
    }

    public Tensor times(Tensor other) {
        return new Tensor(raw.mul(other.raw));
    }

    public Tensor times(double number) {
        return new Tensor(raw.mul(new Scalar(number)));
    }

    public Tensor over(Tensor other) {
        return new Tensor(raw.div(other.raw));
    }

    public Tensor exp() {
        return new Tensor(raw.exp());
    }

    public Tensor log() {
        return new Tensor(raw.log());
    }

    public Tensor abs() {
        return new Tensor(raw.abs());
    }

    public Tensor square() {
        return new Tensor(raw.square());
    }

    public Tensor sqrt() {
        return new Tensor(raw.sqrt());
    }

    public Tensor clamp(double low, double high) {
        return new Tensor(torch.clamp(raw, new ScalarOptional(new Scalar(low)), new ScalarOptional(new Scalar(high))));
    }

    /// 1 where a number is at least `threshold`, else 0.
    public Tensor atLeast(double threshold) {
        return new Tensor(raw.ge(new Scalar(threshold)).toType(ScalarType.Float));
    }

    public Tensor sum() {
        return new Tensor(raw.sum());
    }

    public Tensor sum(int dimension) {
        return new Tensor(raw.sum(new long[] {dimension}, true, new ScalarTypeOptional()));
    }

    public Tensor mean() {
        return new Tensor(raw.mean());
    }

    public Tensor mean(long... dimensions) {
        return new Tensor(raw.mean(dimensions, true, new ScalarTypeOptional()));
    }

    /// The place of the first largest number along a dimension, as floats.
    public Tensor argmax(int dimension) {
        return new Tensor(raw.argmax(new LongOptional(dimension), false));
    }

    public Tensor select(int dimension, Tensor places) {
        return new Tensor(raw.index_select(dimension, places.raw.toType(ScalarType.Long)));
    }

    /// The way back of [#select] along the first dimension: `count` rows, zero where nothing was selected.
    public Tensor spread(Tensor places, long count) {
        long[] shape = shape();
        shape[0] = count;
        return new Tensor(raw.new_zeros(shape).index_copy(0, places.raw.toType(ScalarType.Long), raw));
    }

    public Tensor relu() {
        return new Tensor(torch.relu(raw));
    }

    public Tensor leakyRelu(double slope) {
        return new Tensor(torch.leaky_relu(raw, new Scalar(slope)));
    }

    public Tensor tanh() {
        return new Tensor(raw.tanh());
    }

    public Tensor sigmoid() {
        return new Tensor(torch.sigmoid(raw));
    }

    /// The cross-entropy of these logarithms of odds, `log(1 + e^-|l|) + max(l, 0) - l t`.
    ///
    /// @param truth of their shape, 0 or 1
    public Tensor entropy(Tensor truth) {
        return abs().times(-1).exp().plus(1).log().plus(relu()).minus(times(truth));
    }

    public Tensor softmax(int dimension) {
        return new Tensor(torch.softmax(raw, dimension));
    }

    public Tensor matmul(Tensor other) {
        return new Tensor(raw.matmul(other.raw));
    }

    /// The same numbers in 32 bits, where [Torch#mixed] has shortened them.
    public Tensor precise() {
        return new Tensor(raw.toType(ScalarType.Float));
    }

    /// The same numbers with the channels of a place side by side in memory, as convolutions like it best; what is
    /// computed from it stays so.
    public Tensor channelsLast() {
        return new Tensor(raw.contiguous(torch.MemoryFormat.ChannelsLast));
    }

    public Tensor reshape(long... shape) {
        return new Tensor(raw.reshape(shape));
    }

    public Tensor permute(long... order) {
        return new Tensor(raw.permute(order));
    }

    public Tensor transpose(int a, int b) {
        return new Tensor(raw.transpose(a, b));
    }

    /// `length` steps of a dimension from `start` on.
    public Tensor narrow(int dimension, long start, long length) {
        return new Tensor(raw.narrow(dimension, start, length));
    }

    /// The same numbers with the last dimension turned round.
    public Tensor mirrored() {
        return new Tensor(raw.flip(raw.dim() - 1));
    }

    public Tensor expand(long... shape) {
        return new Tensor(raw.expand(shape));
    }

    /// The same numbers without history.
    public Tensor detach() {
        return new Tensor(raw.detach());
    }

    /// Computes the gradient of this number for all parameters it depends on.
    public void backward() {
        raw.backward();
    }

    /// The gradient that [#backward] left, zeros where there is none.
    public Tensor gradient() {
        org.bytedeco.pytorch.Tensor gradient = raw.grad();
        return new Tensor(gradient.defined() ? gradient : torch.zeros_like(raw));
    }

    /// Frees the native memory before the scope ends.
    public void close() {
        raw.close();
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape());
    }
}
