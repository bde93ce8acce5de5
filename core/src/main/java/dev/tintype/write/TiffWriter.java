package dev.tintype.write;

import dev.tintype.format.Directory;
import dev.tintype.format.DirectoryWriter;
import dev.tintype.format.Exif;
import dev.tintype.format.Field;
import dev.tintype.format.FieldType;
import dev.tintype.format.Tag;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Writes TIFF strip by strip, in the memory of a few strips: TIFF 6.0, BigTIFF where more than 4 GB may be needed.
/// Compression is Deflate with the predictor that suits the depth. The EXIF block becomes directories again; its maker
/// note moves, which breaks those few that hold offsets.
final class TiffWriter {
    private static final int STRIP = 1 << 20; // bytes before compression
    private static final long CLASSIC = 0xFFFF_FFFFL; // bytes that offsets of 32 bits reach
    private static final int DEFLATE = 8;

    private final Scan scan;
    private final ScanRows rows;
    private final SeekableByteChannel out;
    private final boolean big;

    private TiffWriter(Scan scan, SeekableByteChannel out, boolean big) {
        this.scan = scan;
        this.rows = new ScanRows(scan);
        this.out = out;
        this.big = big;
    }

    static void write(Scan scan, SeekableByteChannel out) throws IOException {
        write(scan, out, needsBig(scan));
    }

    /// @param big whether to write BigTIFF
    static void write(Scan scan, SeekableByteChannel out, boolean big) throws IOException {
        new TiffWriter(scan, out, big).write();
    }

    /// Whether noise, which Deflate makes a little longer, could pass the limit of classic TIFF.
    private static boolean needsBig(Scan scan) {
        long bytes =
                (long) new ScanRows(scan).bytesPerRow() * scan.samples().size().height();
        return bytes + bytes / 500 + (256 << 20) > CLASSIC;
    }

    private void write() throws IOException {
        put(header(0));
        int rowsPerStrip =
                Math.clamp(STRIP / rows.bytesPerRow(), 1, scan.samples().size().height());
        List<Long> offsets = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        TiffStrip strip = new TiffStrip(rows, scan.samples().depth());
        for (int row = 0; row < scan.samples().size().height(); row += rowsPerStrip) {
            ByteBuffer packed =
                    strip.pack(row, Math.min(rowsPerStrip, scan.samples().size().height() - row));
            offsets.add(out.position());
            lengths.add((long) packed.remaining());
            put(packed);
        }
        long at = out.position() + out.position() % 2;
        out.position(at);
        List<Field> fields = new ArrayList<>(samples(rowsPerStrip));
        fields.add(places(Tag.STRIP_OFFSETS, offsets));
        fields.add(places(Tag.STRIP_BYTE_COUNTS, lengths));
        fields.addAll(metadata(scan.metadata()));
        put(ByteBuffer.wrap(DirectoryWriter.write(words().with(fields), at, big).toArray()));
        out.position(0);
        put(header(at));
    }

    private ByteBuffer header(long directory) {
        ByteBuffer header = ByteBuffer.allocate(big ? 16 : 8).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I');
        if (big) {
            header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
        } else {
            header.putShort((short) 42).putInt((int) directory);
        }
        return header.flip();
    }

    /// How the samples are stored.
    private List<Field> samples(int rowsPerStrip) {
        Samples samples = scan.samples();
        Depth depth = samples.depth();
        int count = rows.samplesPerPixel();
        int format = depth == Depth.FLOAT ? 3 : 1;
        List<Field> fields = new ArrayList<>(List.of(
                Field.longs(Tag.NEW_SUBFILE_TYPE, 0),
                Field.longs(Tag.WIDTH, samples.size().width()),
                Field.longs(Tag.HEIGHT, samples.size().height()),
                Field.shorts(Tag.BITS_PER_SAMPLE, each(count, 8 * depth.bytes())),
                Field.shorts(Tag.COMPRESSION, DEFLATE),
                Field.shorts(Tag.PHOTOMETRIC, samples.channels() == 3 ? 2 : 1), // RGB; black is 0
                Field.shorts(Tag.ORIENTATION, 1),
                Field.shorts(Tag.SAMPLES_PER_PIXEL, count),
                Field.longs(Tag.ROWS_PER_STRIP, rowsPerStrip),
                Field.shorts(Tag.PLANAR_CONFIGURATION, 1),
                Field.shorts(Tag.PREDICTOR, TiffStrip.predictor(depth)),
                Field.shorts(Tag.SAMPLE_FORMAT, each(count, format))));
        scan.alpha().ifPresent(alpha -> fields.add(Field.shorts(Tag.EXTRA_SAMPLES, 2))); // colours not multiplied
        return fields;
    }

    private static int[] each(int count, int value) {
        return Collections.nCopies(count, value).stream().mapToInt(i -> i).toArray();
    }

    private Field places(int tag, List<Long> values) {
        long[] numbers = values.stream().mapToLong(value -> value).toArray();
        return big ? Field.long8s(tag, numbers) : Field.longs(tag, numbers);
    }

    private static List<Field> metadata(Metadata metadata) {
        List<Field> fields = new ArrayList<>();
        metadata.icc().ifPresent(icc -> fields.add(Field.bytes(Tag.ICC, icc)));
        metadata.xmp().ifPresent(xmp -> fields.add(new Field(Tag.XMP, FieldType.BYTE, xmp, -1)));
        metadata.iptc().ifPresent(iptc -> fields.add(Field.bytes(Tag.IPTC, iptc)));
        if (metadata.dpi() > 0) {
            fields.add(Field.rational(Tag.X_RESOLUTION, metadata.dpi()));
            fields.add(Field.rational(Tag.Y_RESOLUTION, metadata.dpi()));
            fields.add(Field.shorts(Tag.RESOLUTION_UNIT, 2)); // inch
        }
        return fields;
    }

    /// What the EXIF block says about the photo, and not about how it was stored.
    private Directory words() {
        Size size = scan.samples().size();
        return scan.metadata()
                .exif()
                .map(block -> Exif.resized(block, size, 0))
                .flatMap(Exif::directory)
                .map(directory -> directory.only(field -> Tag.WORDS.contains(field.tag())))
                .orElse(new Directory(List.of(), Map.of()));
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
