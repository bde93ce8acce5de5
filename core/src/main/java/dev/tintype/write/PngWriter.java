package dev.tintype.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.Exif;
import dev.tintype.format.PhotoshopResources;
import dev.tintype.photo.Bytes;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG row by row, in the memory of a few rows: W3C Portable Network Graphics, third edition. Samples have 8 or
/// 16 bits. A colour profile that does not fit (RGB for a grey photo) is left out, as the specification demands.
final class PngWriter {
    private static final double METRE = 1 / 0.0254; // inches
    private static final int CHUNK = 1 << 16; // bytes

    private final Scan scan;
    private final PngChunkStream chunks;

    private PngWriter(Scan scan, PngChunkStream chunks) {
        this.scan = scan;
        this.chunks = chunks;
    }

    static void write(Scan scan, OutputStream out) throws IOException {
        PngWriter writer = new PngWriter(scan, new PngChunkStream(out));
        writer.header();
        writer.metadata(scan.metadata());
        writer.picture();
        writer.chunks.chunk("IEND");
    }

    private void header() throws IOException {
        Samples samples = scan.samples();
        int colour = (samples.channels() == 3 ? 2 : 0) + (scan.alpha().isPresent() ? 4 : 0);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(samples.size().width()).putInt(samples.size().height());
        header.put((byte) (8 * samples.depth().bytes())).put((byte) colour);
        chunks.chunk("IHDR", header.array());
    }

    private void metadata(Metadata metadata) throws IOException {
        if (metadata.icc().isPresent() && fits(metadata.icc().get())) {
            chunks.chunk("iCCP", text("icc\0\0"), deflated(metadata.icc().get().toArray()));
        }
        if (metadata.dpi() > 0) {
            int perMetre = (int) Math.round(metadata.dpi() * METRE);
            byte[] metre = {1};
            chunks.chunk(
                    "pHYs",
                    ByteBuffer.allocate(8).putInt(perMetre).putInt(perMetre).array(),
                    metre);
        }
        if (metadata.exif().isPresent()) {
            Bytes exif = Exif.resized(metadata.exif().get(), scan.samples().size(), metadata.dpi());
            chunks.chunk("eXIf", exif.toArray());
        }
        if (metadata.xmp().isPresent()) {
            chunks.chunk(
                    "iTXt",
                    text("XML:com.adobe.xmp\0\0\0\0\0"),
                    metadata.xmp().get().toArray());
        }
        if (metadata.iptc().isPresent()) {
            chunks.chunk(
                    "zTXt",
                    text("Raw profile type iptc\0\0"),
                    deflated(digits(metadata.iptc().get())));
        }
    }

    /// Whether a profile describes as many channels: its header names them at byte 16.
    private boolean fits(Bytes icc) {
        String space = icc.length() < 20 ? "" : new String(icc.part(16, 20).toArray(), ISO_8859_1);
        return space.equals(scan.samples().channels() == 3 ? "RGB " : "GRAY");
    }

    /// PNG has no chunk for IPTC; ImageMagick and ExifTool understand this text.
    private static byte[] digits(Bytes iptc) {
        Bytes resources = PhotoshopResources.of(iptc);
        String digits = HexFormat.of().formatHex(resources.toArray()).replaceAll("(.{72})", "$1\n");
        return text("\niptc\n%8d\n%s\n".formatted(resources.length(), digits));
    }

    private void picture() throws IOException {
        ScanRows rows = new ScanRows(scan);
        PngRowFilter filter = new PngRowFilter(rows.bytesPerRow(), rows.bytesPerPixel());
        Deflater deflater = new Deflater();
        try (OutputStream out = new DeflaterOutputStream(new BufferedOutputStream(chunks, CHUNK), deflater, CHUNK)) {
            ByteBuffer line = ByteBuffer.allocate(rows.bytesPerRow());
            for (int row = 0; row < scan.samples().size().height(); row++) {
                rows.put(row, line.clear());
                filter.write(line.array(), out);
            }
        } finally {
            deflater.end();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (OutputStream deflater = new DeflaterOutputStream(result)) {
            deflater.write(content);
        }
        return result.toByteArray();
    }
}
