package dev.tintype.photo;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A block of bytes that never changes, such as a colour profile.
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// A copy of `content`.
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /// A copy of what remains in a buffer, which is used up.
    public static Bytes of(ByteBuffer buffer) {
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new Bytes(content);
    }

    public int length() {
        return content.length;
    }

    /// A copy as an array.
    public byte[] toArray() {
        return content.clone();
    }

    /// The bytes from `from` (inclusive) to `to` (exclusive).
    public Bytes part(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
