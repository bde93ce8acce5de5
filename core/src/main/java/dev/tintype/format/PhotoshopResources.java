package dev.tintype.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.photo.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Photoshop image resources: a list of `8BIM`, number, name, length, data. Resource 0x0404 holds the IPTC records.
public final class PhotoshopResources {
    private static final int SIGNATURE = 0x3842_494D; // 8BIM
    private static final short IPTC = 0x0404;

    private PhotoshopResources() {}

    /// The IPTC records among the resources.
    public static Optional<Bytes> iptc(Bytes resources) {
        ByteBuffer buffer = ByteBuffer.wrap(resources.toArray());
        while (buffer.remaining() >= 12 && buffer.getInt() == SIGNATURE) {
            short number = buffer.getShort();
            int name = (buffer.get() & 0xFF) / 2 * 2 + 1; // the length byte and the name fill an even number of bytes
            if (buffer.remaining() < name + 4) {
                return Optional.empty();
            }
            buffer.position(buffer.position() + name);
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                return Optional.empty();
            }
            if (number == IPTC) {
                return Optional.of(resources.part(buffer.position(), buffer.position() + length));
            }
            buffer.position(Math.min(buffer.limit(), buffer.position() + length + length % 2));
        }
        return Optional.empty();
    }

    /// A list with the IPTC records as its only resource.
    public static Bytes of(Bytes iptc) {
        int length = iptc.length();
        ByteBuffer buffer = ByteBuffer.allocate(12 + length + length % 2);
        buffer.put("8BIM".getBytes(ISO_8859_1)).putShort(IPTC).putShort((short) 0); // no name
        buffer.putInt(length).put(iptc.toArray());
        return Bytes.of(buffer.array());
    }
}
