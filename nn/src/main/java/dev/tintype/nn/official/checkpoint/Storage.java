package dev.tintype.nn.official.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A row of numbers that several tensors may share. It is filled after the pickle is read.
final class Storage {
    private final String key;
    private final NumberType type;
    private final long count;
    private ByteBuffer numbers = ByteBuffer.allocate(0);

    Storage(String key, NumberType type, long count) {
        this.key = key;
        this.type = type;
        this.count = count;
    }

    String key() {
        return key;
    }

    long count() {
        return count;
    }

    /// How many bytes [#fill] wants.
    long bytes() {
        if (count < 0 || count > Integer.MAX_VALUE / type.bytes()) {
            throw new RefusedPickleException("storage %s has %d numbers".formatted(key, count));
        }
        return count * type.bytes();
    }

    void fill(ByteBuffer bytes) {
        if (bytes.remaining() < bytes()) {
            throw new RefusedPickleException("storage %s is cut short".formatted(key));
        }
        numbers = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    double at(long place) {
        return type.at(numbers, (int) place);
    }
}
