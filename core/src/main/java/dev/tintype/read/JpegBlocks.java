package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.ByteSource;
import dev.tintype.photo.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The segments of a JPEG file before its picture: ITU-T T.81 annex B, JFIF 1.02, Exif 2.32, ICC.1 annex B.4, XMP
/// part 3. XMP beyond 64 kB (extended XMP) is left behind.
final class JpegBlocks {
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    private final Blocks blocks;
    private final SortedMap<Integer, byte[]> profile = new TreeMap<>();
    private final List<Long> profilePlaces = new ArrayList<>();
    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();

    private JpegBlocks(Blocks blocks) {
        this.blocks = blocks;
    }

    static void read(ByteSource source, Blocks blocks) throws IOException {
        JpegBlocks reading = new JpegBlocks(blocks);
        try {
            reading.walk(source);
        } catch (EOFException end) {
            throw Unreadable.cutOff();
        }
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        reading.profile.values().forEach(icc::writeBytes);
        if (!Blocks.isOfInks(icc.toByteArray())) { // which the decoder needs to make RGB
            reading.profilePlaces.forEach(blocks::mask);
        }
        blocks.icc(icc.toByteArray());
        blocks.photoshop(Bytes.of(reading.resources.toByteArray()));
    }

    private void walk(ByteSource source) throws IOException {
        long at = 2;
        while (true) {
            byte[] head = source.read(at, 2);
            int marker = head[1] & 0xFF;
            if (head[0] != (byte) 0xFF || marker == 0xD9) {
                return; // the end, or garbage that the decoder will judge
            } else if (marker == 0xFF) {
                at++;
            } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += 2;
            } else {
                byte[] size = source.read(at + 2, 2);
                int length = ((size[0] & 0xFF) << 8) | (size[1] & 0xFF);
                segment(marker, at + 4, source.read(at + 4, Math.max(0, length - 2)));
                if (marker == 0xDA) {
                    return; // the picture
                }
                at += 2 + Math.max(2, length);
            }
        }
    }

    private void segment(int marker, long at, byte[] data) throws Unreadable {
        switch (marker) {
            case 0xC0, 0xC1 -> requireEightBits(data);
            case 0xC2 -> {
                requireEightBits(data);
                blocks.progressive();
            }
            case 0xE0 -> density(data);
            case 0xE1 -> described(data);
            case 0xE2 -> profilePart(at, data);
            case 0xED -> {
                if (startsWith(data, PHOTOSHOP)) {
                    resources.writeBytes(after(data, PHOTOSHOP.length()));
                }
            }
            default -> {}
        }
    }

    private void density(byte[] data) {
        if (startsWith(data, "JFIF\0") && data.length >= 12) {
            double across = ((data[8] & 0xFF) << 8) | (data[9] & 0xFF);
            double down = ((data[10] & 0xFF) << 8) | (data[11] & 0xFF);
            if (data[7] == 1) {
                blocks.dpi(across, down);
            } else if (data[7] == 2) {
                blocks.perMetre(across * 100, down * 100);
            }
        }
    }

    private void described(byte[] data) {
        if (startsWith(data, EXIF)) {
            blocks.exif(data);
        } else if (startsWith(data, XMP)) {
            blocks.xmp(after(data, XMP.length()));
        }
    }

    private void profilePart(long at, byte[] data) {
        if (startsWith(data, ICC) && data.length > 14) {
            profilePlaces.add(at);
            profile.putIfAbsent(data[12] & 0xFF, after(data, 14));
        }
    }

    private static void requireEightBits(byte[] frame) throws Unreadable {
        if (frame.length > 0 && frame[0] != 8) {
            throw new Unreadable("it is a JPEG of %d bits per sample".formatted(frame[0]), Unreadable.CONVERT);
        }
    }

    private static boolean startsWith(byte[] data, String start) {
        return data.length >= start.length() && new String(data, 0, start.length(), ISO_8859_1).equals(start);
    }

    private static byte[] after(byte[] data, int from) {
        return Arrays.copyOfRange(data, from, data.length);
    }
}
