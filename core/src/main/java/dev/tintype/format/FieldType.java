package dev.tintype.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What the values of a TIFF field are.
public enum FieldType {
    BYTE(1, 1, 1),
    ASCII(2, 1, 1),
    SHORT(3, 2, 2),
    LONG(4, 4, 4),
    RATIONAL(5, 8, 4),
    SBYTE(6, 1, 1),
    UNDEFINED(7, 1, 1),
    SSHORT(8, 2, 2),
    SLONG(9, 4, 4),
    SRATIONAL(10, 8, 4),
    FLOAT(11, 4, 4),
    DOUBLE(12, 8, 8),
    IFD(13, 4, 4),
    LONG8(16, 8, 8),
    SLONG8(17, 8, 8),
    IFD8(18, 8, 8),
    UTF_8(129, 1, 1);

    private final int code;
    private final int bytes;
    private final int word;

    FieldType(int code, int bytes, int word) {
        this.code = code;
        this.bytes = bytes;
        this.word = word;
    }

    /// The type with a number of the TIFF specification.
    public static Optional<FieldType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    /// The length of one value in bytes.
    public int bytes() {
        return bytes;
    }

    /// Turns values from one byte order into the other, in place.
    void reverse(byte[] values) {
        for (int start = 0; start + word <= values.length; start += word) {
            for (int i = 0; i < word / 2; i++) {
                byte b = values[start + i];
                values[start + i] = values[start + word - 1 - i];
                values[start + word - 1 - i] = b;
            }
        }
    }

    double number(ByteBuffer buffer, int at) {
        return switch (this) {
            case BYTE, ASCII, UNDEFINED, UTF_8 -> buffer.get(at) & 0xFF;
            case SBYTE -> buffer.get(at);
            case SHORT -> buffer.getShort(at) & 0xFFFF;
            case SSHORT -> buffer.getShort(at);
            case LONG, IFD -> buffer.getInt(at) & 0xFFFF_FFFFL;
            case SLONG -> buffer.getInt(at);
            case RATIONAL -> (buffer.getInt(at) & 0xFFFF_FFFFL) / (double) (buffer.getInt(at + 4) & 0xFFFF_FFFFL);
            case SRATIONAL -> buffer.getInt(at) / (double) buffer.getInt(at + 4);
            case FLOAT -> buffer.getFloat(at);
            case DOUBLE -> buffer.getDouble(at);
            case LONG8, SLONG8, IFD8 -> buffer.getLong(at);
        };
    }
}
