package dev.tintype.format;

import dev.tintype.photo.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One entry of a TIFF directory.
///
/// @param tag    what it means, 0 to 65535
/// @param type   what its values are
/// @param value  its values one after the other, little-endian whatever the file was
/// @param offset where the values start in the block they were read from, in bytes; -1 for a field that was made here
public record Field(int tag, FieldType type, Bytes value, long offset) {
    /// A text, which TIFF ends with a zero byte.
    public static Field text(int tag, String text) {
        return new Field(tag, FieldType.ASCII, Bytes.of((text + "\0").getBytes(StandardCharsets.UTF_8)), -1);
    }

    /// Numbers from 0 to 65535.
    public static Field shorts(int tag, int... values) {
        ByteBuffer buffer = littleEndian(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return made(tag, FieldType.SHORT, buffer);
    }

    /// Numbers from 0 to 2³² - 1.
    public static Field longs(int tag, long... values) {
        ByteBuffer buffer = littleEndian(4 * values.length);
        for (long value : values) {
            buffer.putInt((int) value);
        }
        return made(tag, FieldType.LONG, buffer);
    }

    /// Numbers of 64 bits, for BigTIFF only.
    public static Field long8s(int tag, long... values) {
        ByteBuffer buffer = littleEndian(8 * values.length);
        for (long value : values) {
            buffer.putLong(value);
        }
        return made(tag, FieldType.LONG8, buffer);
    }

    /// A positive number as a fraction with four decimals.
    public static Field rational(int tag, double value) {
        boolean whole = value == Math.rint(value);
        int denominator = whole ? 1 : 10_000;
        return made(
                tag,
                FieldType.RATIONAL,
                littleEndian(8).putInt((int) Math.round(value * denominator)).putInt(denominator));
    }

    /// Bytes without a type of their own.
    public static Field bytes(int tag, Bytes value) {
        return new Field(tag, FieldType.UNDEFINED, value, -1);
    }

    /// How many values there are.
    public int count() {
        return value.length() / type.bytes();
    }

    /// A value as a number; fractions are divided out.
    public double number(int index) {
        ByteBuffer buffer = ByteBuffer.wrap(value.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        return type.number(buffer, index * type.bytes());
    }

    /// All values as whole numbers.
    public long[] numbers() {
        ByteBuffer buffer = ByteBuffer.wrap(value.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        long[] numbers = new long[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (long) type.number(buffer, i * type.bytes());
        }
        return numbers;
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Field made(int tag, FieldType type, ByteBuffer buffer) {
        return new Field(tag, type, Bytes.of(buffer.rewind()), -1);
    }
}
