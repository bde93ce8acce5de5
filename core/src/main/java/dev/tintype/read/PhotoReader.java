package dev.tintype.read;

import dev.tintype.format.ByteSource;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Reads photo files.
///
/// The samples are the file's own numbers: grey stays grey, RGB stays RGB even where it looks grey, 8 bits stay 8, 16
/// stay 16 and floats stay floats. Only what has no place in a [Scan] is changed: a palette becomes grey or RGB, CMYK
/// and Lab become RGB, fewer bits become 8, odd ones and 32-bit whole numbers become 16. The EXIF orientation is
/// applied and then says upright. Of a file with several pictures the first is read.
///
/// A damaged file is refused, also one whose end is missing: a restorer must not take grey filling for the photo.
public final class PhotoReader {
    /// 400 million pixels: 2.4 GB for 16-bit RGB.
    public static final long MOST_PIXELS = 400_000_000;

    private PhotoReader() {}

    /// Reads a photo of up to [#MOST_PIXELS] pixels.
    ///
    /// @throws UnreadablePhotoException if that is not possible; the message is one sentence for the user
    public static Scan read(Path file) {
        return read(file, MOST_PIXELS);
    }

    /// Reads a photo.
    ///
    /// @param maxPixels the limit on width · height, checked before memory is taken
    /// @throws UnreadablePhotoException if that is not possible; the message is one sentence for the user
    public static Scan read(Path file, long maxPixels) {
        return attempt(file, () -> {
            Format format = format(file);
            Blocks blocks = blocks(file, format);
            ScanSink sink = new ScanSink(blocks.orientation());
            decode(file, format, blocks, new Limit(maxPixels), sink);
            return sink.scan(blocks.metadata());
        });
    }

    /// The size of the upright photo in a file, told before any sample is decoded.
    ///
    /// @param maxPixels the limit on width · height
    /// @throws UnreadablePhotoException if it is no photo or too large; the message is one sentence for the user
    public static Size size(Path file, long maxPixels) {
        return attempt(file, () -> {
            Format format = format(file);
            Blocks blocks = blocks(file, format);
            Limit limit = new Limit(maxPixels);
            Size stored = format == Format.PNG
                    ? PngDecoder.size(file, limit)
                    : PluginDecoder.size(file, format, blocks, limit);
            return blocks.orientation().upright(stored);
        });
    }

    /// Whether a PNG or TIFF file holds exactly the samples of a scan: for checking what was written. Takes no memory
    /// for
    /// a second copy.
    ///
    /// @throws UnreadablePhotoException if the file cannot be read
    public static boolean holds(Path file, Scan scan) {
        return attempt(file, () -> {
            ComparisonSink sink = new ComparisonSink(scan);
            Format format = format(file);
            decode(file, format, blocks(file, format), new Limit(Long.MAX_VALUE), sink);
            return sink.isEqual();
        });
    }

    private static Format format(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Unreadable("there is no such file", "check the name");
        } else if (Files.isDirectory(file)) {
            throw new Unreadable("it is a folder", "name a photo in it");
        } else if (!Files.isReadable(file)) {
            throw new Unreadable("it may not be opened", "allow reading it");
        }
        try (ByteSource source = ByteSource.open(file)) {
            if (source.length() == 0) {
                throw new Unreadable("the file is empty", Unreadable.GET_ANOTHER_COPY);
            }
            byte[] start = source.read(0, Math.min(Format.LOOKED_AT, source.length()));
            return Format.of(start)
                    .orElseThrow(() -> new Unreadable(
                            "not a picture that Tintype can read (%s)".formatted(Format.guess(start)),
                            Unreadable.CONVERT));
        }
    }

    private static Blocks blocks(Path file, Format format) throws IOException {
        Blocks blocks = new Blocks();
        try (ByteSource source = ByteSource.open(file)) {
            switch (format) {
                case JPEG -> JpegBlocks.read(source, blocks);
                case PNG -> PngBlocks.read(source, blocks);
                case TIFF -> TiffBlocks.read(source, blocks);
                case WEBP -> WebpBlocks.read(source, blocks);
                case BMP -> BmpBlocks.read(source, blocks);
                case GIF, PNM -> {} // they say nothing
            }
        }
        return blocks;
    }

    private static void decode(Path file, Format format, Blocks blocks, Limit limit, Sink sink) throws IOException {
        if (format == Format.PNG) {
            PngDecoder.decode(file, limit, sink);
        } else {
            PluginDecoder.decode(file, format, blocks, limit, sink);
        }
    }

    private static <T> T attempt(Path file, Reading<T> reading) {
        try {
            return reading.run();
        } catch (Unreadable refusal) {
            throw refused(file, refusal);
        } catch (EOFException end) {
            throw refused(file, Unreadable.cutOff());
        } catch (OutOfMemoryError full) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            throw refused(
                    file,
                    new Unreadable(
                            "the photo does not fit in the memory of %d MB".formatted(megabytes),
                            "give Java more with -Xmx or make the photo smaller"));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // decoders throw all sorts of things at broken files
            throw refused(file, Unreadable.damaged(reason(broken)));
        }
    }

    private static String reason(Throwable broken) {
        String message = Objects.requireNonNullElse(broken.getMessage(), "").strip();
        boolean telling = !message.isEmpty() && message.length() < 120;
        return telling ? message.replaceAll("\\s+", " ") : broken.getClass().getSimpleName();
    }

    private static UnreadablePhotoException refused(Path file, Unreadable refusal) {
        return new UnreadablePhotoException("%s: %s".formatted(file, refusal.getMessage()));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }
}
