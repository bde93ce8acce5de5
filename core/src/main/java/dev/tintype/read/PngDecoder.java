package dev.tintype.read;

import dev.tintype.format.PngFilter;
import dev.tintype.photo.Size;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Decodes PNG row by row, in the memory of two rows: W3C Portable Network Graphics, third edition, sections 7 to 10.
/// The reader of the JDK holds the whole picture and checks no checksums.
final class PngDecoder {
    private static final int SIGNATURE = 8; // bytes

    /// First row, first column, row step and column step of each pass.
    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    /// The same for Adam7: section 8.2.
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };

    private final PngHeader header;
    private final PngPixels pixels;
    private final DataInputStream lines;

    private PngDecoder(PngHeader header, PngPixels pixels, InputStream lines) {
        this.header = header;
        this.pixels = pixels;
        this.lines = new DataInputStream(lines);
    }

    static void decode(Path file, Limit limit, Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.skipNBytes(SIGNATURE);
            PngChunks chunks = new PngChunks(new DataInputStream(in));
            PngHeader header = PngHeader.read(chunks);
            Size size = limit.checked(header.width(), header.height());
            Layout layout = header.layout(size);
            sink.begin(layout);
            try (InputStream lines = new BufferedInputStream(new InflaterInputStream(chunks.picture()), 1 << 16)) {
                PngDecoder decoder = new PngDecoder(header, new PngPixels(header, layout, sink), lines);
                for (int[] pass : header.adam7() ? ADAM7 : WHOLE) {
                    decoder.pass(pass[0], pass[1], pass[2], pass[3]);
                }
            }
        } catch (EOFException end) {
            throw Unreadable.cutOff();
        } catch (ZipException broken) {
            throw Unreadable.damaged("the compressed picture is not valid");
        }
    }

    /// What its header says.
    static Size size(Path file, Limit limit) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(SIGNATURE);
            PngHeader header = PngHeader.read(new PngChunks(new DataInputStream(in)));
            return limit.checked(header.width(), header.height());
        }
    }

    private void pass(int firstRow, int firstColumn, int rowStep, int columnStep) throws IOException {
        int width = Math.ceilDiv(header.width() - firstColumn, columnStep);
        if (width < 1) {
            return;
        }
        int length = Math.toIntExact(Math.ceilDiv((long) width * header.pixelBits(), 8));
        byte[] line = new byte[length];
        byte[] above = new byte[length];
        for (int row = firstRow; row < header.height(); row += rowStep) {
            int filter = lines.readUnsignedByte();
            lines.readFully(line);
            PngFilter.of(filter).undo(line, above, Math.max(1, header.pixelBits() / 8));
            for (int i = 0; i < width; i++) {
                pixels.put(line, i, row, firstColumn + i * columnStep);
            }
            byte[] free = above;
            above = line;
            line = free;
        }
    }
}
