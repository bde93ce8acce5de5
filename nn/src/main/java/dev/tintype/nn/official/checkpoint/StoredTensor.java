package dev.tintype.nn.official.checkpoint;

import java.util.List;

/// A tensor as a view of a storage.
///
/// @param offset of its first number in the storage
/// @param stride how many numbers one step along each dimension skips
record StoredTensor(Storage storage, long offset, List<Long> shape, List<Long> stride) {
    StoredTensor {
        if (shape.size() != stride.size()) {
            throw new RefusedPickleException("a tensor has %s sides and %s strides".formatted(shape, stride));
        }
        long first = offset;
        long last = offset;
        boolean empty = false;
        try {
            for (int i = 0; i < shape.size(); i++) {
                empty |= shape.get(i) <= 0;
                long reach = Math.multiplyExact(shape.get(i) - 1, stride.get(i));
                first = Math.addExact(first, Math.min(0, reach));
                last = Math.addExact(last, Math.max(0, reach));
            }
        } catch (ArithmeticException e) {
            first = -1;
        }
        if (!empty && (first < 0 || last >= storage.count())) {
            throw new RefusedPickleException("a tensor lies outside storage " + storage.key());
        }
    }

    /// All numbers in row order.
    float[] floats() {
        long count = 1;
        for (long side : shape) {
            count = Math.multiplyExact(count, side);
        }
        float[] values = new float[Math.toIntExact(count)];
        long[] place = new long[shape.size()];
        long at = offset;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) storage.at(at);
            for (int d = place.length - 1; d >= 0; d--) {
                at += stride.get(d);
                if (++place[d] < shape.get(d)) {
                    break;
                }
                at -= stride.get(d) * shape.get(d);
                place[d] = 0;
            }
        }
        return values;
    }
}
