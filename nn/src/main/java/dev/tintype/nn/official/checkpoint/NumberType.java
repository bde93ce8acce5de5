package dev.tintype.nn.official.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;

/// How numbers lie in a storage.
enum NumberType implements Globals.Allowed {
    FLOAT(4),
    DOUBLE(8),
    HALF(2),
    LONG(8),
    INT(4),
    SHORT(2),
    CHAR(1),
    BYTE(1),
    BOOL(1);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /// @param name such as `torch.FloatStorage`
    static NumberType of(String name) {
        for (NumberType type : values()) {
            if (name.equalsIgnoreCase("torch." + type + "Storage")) {
                return type;
            }
        }
        throw new RefusedPickleException("the pickle has numbers of type " + name);
    }

    int bytes() {
        return bytes;
    }

    /// The number at a place.
    double at(ByteBuffer numbers, int place) {
        int position = place * bytes;
        return switch (this) {
            case FLOAT -> numbers.getFloat(position);
            case DOUBLE -> numbers.getDouble(position);
            case HALF -> Float.float16ToFloat(numbers.getShort(position));
            case LONG -> numbers.getLong(position);
            case INT -> numbers.getInt(position);
            case SHORT -> numbers.getShort(position);
            case CHAR -> numbers.get(position);
            case BYTE, BOOL -> numbers.get(position) & 0xFF;
        };
    }

    @Override
    public Object call(List<?> arguments) {
        throw new RefusedPickleException("the pickle makes a storage by itself");
    }
}
