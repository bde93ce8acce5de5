package dev.tintype.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Bytes;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final Directory CAMERA =
            new Directory(List.of(Field.longs(Tag.EXIF_WIDTH, 24), Field.longs(Tag.EXIF_HEIGHT, 16)), Map.of());
    private static final Directory DIRECTORY = new Directory(
            List.of(
                    Field.text(315, "A. Photographer"),
                    Field.shorts(Tag.ORIENTATION, 6),
                    Field.rational(Tag.X_RESOLUTION, 300),
                    Field.rational(Tag.Y_RESOLUTION, 299.97),
                    Field.shorts(Tag.BITS_PER_SAMPLE, 16, 16, 16)),
            Map.of(Tag.EXIF, CAMERA));

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Directory again = DirectoryReader.read(ByteSource.of(DirectoryWriter.block(DIRECTORY)));
        assertEquals(
                List.of(258, 274, 282, 283, 315),
                again.fields().stream().map(Field::tag).toList());
        assertEquals(6.0, again.number(Tag.ORIENTATION).orElseThrow());
        assertEquals(299.97, again.number(Tag.Y_RESOLUTION).orElseThrow());
        assertArrayEquals(
                new long[] {16, 16, 16},
                again.field(Tag.BITS_PER_SAMPLE).orElseThrow().numbers());
        assertEquals(
                24.0, again.child(Tag.EXIF).orElseThrow().number(Tag.EXIF_WIDTH).orElseThrow());
    }

    @Test
    void readsBigEndian() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(38); // big-endian by default
        block.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 2);
        block.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 8)
                .putShort((short) 0);
        block.putShort((short) 305).putShort((short) 2).putInt(4).put("abc\0".getBytes(ISO_8859_1));
        Directory directory = DirectoryReader.read(ByteSource.of(Bytes.of(block.array())));
        assertEquals(8, Exif.orientation(directory));
        Bytes upright = Exif.upright(Bytes.of(block.array()));
        assertEquals(1, Exif.orientation(Exif.directory(upright).orElseThrow()));
        assertEquals(block.capacity(), upright.length());
    }

    @Test
    void endsLoopsAndRefusesWhatIsNoTiff() throws IOException {
        ByteBuffer loop = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        loop.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 1);
        loop.putShort((short) Tag.EXIF).putShort((short) 4).putInt(1).putInt(8);
        assertTrue(DirectoryReader.read(ByteSource.of(Bytes.of(loop.array())))
                .fields()
                .isEmpty());
        for (String text : List.of("", "II", "XX*\0....", "II7\0\10\0\0\0")) {
            Bytes block = Bytes.of(text.getBytes(ISO_8859_1));
            assertThrows(IOException.class, () -> DirectoryReader.read(ByteSource.of(block)), text);
            assertEquals(block, Exif.upright(block));
        }
    }

    @Test
    void sizesAndResolutionChangeInPlace() {
        Bytes block = DirectoryWriter.block(DIRECTORY);
        Directory resized =
                Exif.directory(Exif.resized(block, new Size(48, 32), 600)).orElseThrow();
        assertEquals(600.0, resized.number(Tag.X_RESOLUTION).orElseThrow());
        assertEquals(
                32.0,
                resized.child(Tag.EXIF).orElseThrow().number(Tag.EXIF_HEIGHT).orElseThrow());
        assertEquals(block.length(), Exif.resized(block, new Size(48, 32), 600).length());
    }

    @Test
    void xmpChangesOnlyItsOrientation() {
        for (String form : List.of("tiff:Orientation=\"%d\"", "<tiff:Orientation>%d</tiff:Orientation>")) {
            Bytes packet = Bytes.of(("<x:xmpmeta>ä" + form.formatted(6) + "Orientation=\"6\"").getBytes(ISO_8859_1));
            String upright = new String(Xmp.upright(packet).toArray(), ISO_8859_1);
            assertEquals("<x:xmpmeta>ä" + form.formatted(1) + "Orientation=\"6\"", upright);
        }
    }

    @Test
    void photoshopResourcesHoldIptc() {
        Bytes iptc = Bytes.of(new byte[] {0x1C, 2, 120, 0, 1, 'x', 7});
        assertEquals(iptc, PhotoshopResources.iptc(PhotoshopResources.of(iptc)).orElseThrow());
        Bytes other = Bytes.of("8BIM\3\355\0\0\0\0\0\3abc\0".getBytes(ISO_8859_1));
        ByteBuffer both =
                ByteBuffer.allocate(other.length() + PhotoshopResources.of(iptc).length());
        both.put(other.toArray()).put(PhotoshopResources.of(iptc).toArray());
        assertEquals(iptc, PhotoshopResources.iptc(Bytes.of(both.array())).orElseThrow());
        assertTrue(PhotoshopResources.iptc(other).isEmpty());
    }
}
