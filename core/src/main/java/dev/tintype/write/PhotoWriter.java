package dev.tintype.write;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Writes photo files: PNG, TIFF or JPEG, as the name ends.
///
/// PNG and TIFF keep every sample, which is checked by reading the file again; only floats, which PNG does not know,
/// become 16 bits there. JPEG has 8 bits. A photo that is partly clear is refused as JPEG, which cannot show it; an
/// opacity that is opaque everywhere is left out there.
public final class PhotoWriter {
    private PhotoWriter() {}

    /// Writes a file, whole or not at all.
    ///
    /// @param force whether a file that is there already is replaced
    /// @throws UnwritablePhotoException if that is not possible; the message is one sentence for the user
    public static void write(Scan scan, Path file, boolean force) {
        String format = formatOf(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw refused(file, "there is no folder %s; make it first".formatted(folder));
        } else if (Files.isDirectory(file)) {
            throw refused(file, "it is a folder; name a file in it");
        }
        try {
            AtomicFile.write(file, force, temporary -> encode(scan, format, temporary));
        } catch (FileAlreadyExistsException there) {
            throw refused(file, "the file exists already; choose another name or force replacing it");
        } catch (IOException | UnreadablePhotoException failed) {
            throw refused(file, "it could not be written (%s)".formatted(failed.getMessage()));
        }
    }

    /// The extension of the output for an input: its own if Tintype writes it, `png` otherwise. Without a dot.
    public static String extensionFor(Path input) {
        String extension = extension(input);
        return switch (extension) {
            case "png", "tif", "tiff", "jpg", "jpeg" -> extension;
            case "jpe", "jfif" -> "jpg";
            default -> "png";
        };
    }

    private static String extension(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String formatOf(Path file) {
        return switch (extension(file)) {
            case "png" -> "PNG";
            case "tif", "tiff" -> "TIFF";
            case "jpg", "jpeg" -> "JPEG";
            default -> throw refused(file, "Tintype writes .png, .tif and .jpg files; choose one of these endings");
        };
    }

    private static void encode(Scan scan, String format, Path file) throws IOException {
        switch (format) {
            case "TIFF" -> tiff(scan, file);
            case "JPEG" -> jpeg(scan, file);
            default -> png(scan.samples().depth() == Depth.FLOAT ? sixteenBits(scan) : scan, file);
        }
    }

    private static void tiff(Scan scan, Path file) throws IOException {
        try (SeekableByteChannel out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            TiffWriter.write(scan, out);
        }
        requireWritten(scan, file);
    }

    private static void png(Scan scan, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PngWriter.write(scan, out);
        }
        requireWritten(scan, file);
    }

    private static void jpeg(Scan scan, Path file) throws IOException {
        if (scan.alpha().map(PhotoWriter::isPartlyClear).orElse(false)) {
            throw new IOException("JPEG cannot show that a photo is partly clear, choose .png or .tif");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            JpegWriter.write(scan, out);
        }
    }

    private static void requireWritten(Scan scan, Path file) throws IOException {
        if (!PhotoReader.holds(file, scan)) {
            throw new IOException("reading it again gave other samples, which is a fault of Tintype or of the disk");
        }
    }

    private static boolean isPartlyClear(Samples alpha) {
        Size size = alpha.size();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                if (alpha.raw(0, row, column) < alpha.depth().white()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Scan sixteenBits(Scan scan) {
        return new Scan(sixteenBits(scan.samples()), scan.alpha().map(PhotoWriter::sixteenBits), scan.metadata());
    }

    private static Samples sixteenBits(Samples floats) {
        Size size = floats.size();
        Samples result = new Samples(size, floats.channels(), Depth.BITS_16);
        for (int row = 0; row < size.height(); row++) {
            for (int c = 0; c < floats.channels(); c++) {
                for (int column = 0; column < size.width(); column++) {
                    float sample = Math.clamp(floats.raw(c, row, column), 0f, 1f);
                    result.put(c, row, column, Math.round(sample * Depth.BITS_16.white()));
                }
            }
        }
        return result;
    }

    private static UnwritablePhotoException refused(Path file, String why) {
        return new UnwritablePhotoException("%s: %s".formatted(file, why));
    }
}
