package dev.tintype.train.objective;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.torch.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Weights that any language can compute from their names, and buffers that a parity case brings along.
///
/// A weight is a hash (FNV-1a, then splitmix64) of seed, name and place, spread evenly over a range that suits its
/// shape.
record HashedParameters(long seed, Map<String, Tensor> buffers) implements Parameters {
    @Override
    public Tensor tensor(String name, Start start, long... shape) {
        Tensor buffer = buffers.get(name);
        if (buffer != null) {
            if (!Arrays.equals(buffer.shape(), shape)) {
                throw new IllegalArgumentException(name + " " + buffer + " is not " + Arrays.toString(shape));
            }
            return buffer;
        }
        int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        long key = fnv(seed + "/" + name);
        float range = shape.length == 1 ? 0.3f : (float) Math.sqrt(6.0 / ((double) count / shape[0]));
        boolean bias = name.endsWith("bias");
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            float u = (float) (mixed(key + (i + 1) * 0x9E3779B97F4A7C15L) >>> 40) * 0x1p-23f - 1;
            if (bias) {
                values[i] = 0.05f * u;
            } else {
                values[i] = shape.length == 1 ? 1 + range * u : range * u;
            }
        }
        return Tensor.of(values, shape);
    }

    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mixed(long key) {
        long z = key;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
