package dev.tintype.read;

import dev.tintype.format.ByteSource;
import dev.tintype.photo.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/// Decodes a file with the readers of TwelveMonkeys. The JDK has readers for some of the same formats, which know fewer
/// of their kinds; so the choice is not left to the order of the class path.
final class PluginDecoder {
    private static final String PREFERRED = "com.twelvemonkeys.";

    /// libjpeg fills what is missing with grey and only warns.
    private static final List<String> LOST = List.of("premature end", "Premature end", "bad Huffman code");

    private static final String NO_END = "Missing EOI";

    private final ImageReader reader;
    private final List<String> warnings = new ArrayList<>();

    private PluginDecoder(ImageReader reader) {
        this.reader = reader;
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    }

    static void decode(Path file, Format format, Blocks blocks, Limit limit, Sink sink) throws IOException {
        ImageReader reader = reader(format);
        try (ByteSource source = ByteSource.open(file);
                ImageInputStream in = new MaskedStream(source, blocks.masked())) {
            reader.setInput(in, false, true);
            PluginDecoder decoder = new PluginDecoder(reader);
            Size size = limit.checked(reader.getWidth(0), reader.getHeight(0));
            decoder.decode(format, size, blocks.isMultiplied(), sink);
            decoder.requireWhole(blocks.isProgressive());
        } finally {
            reader.dispose();
        }
    }

    /// What its header says, before it is turned upright.
    static Size size(Path file, Format format, Blocks blocks, Limit limit) throws IOException {
        ImageReader reader = reader(format);
        try (ByteSource source = ByteSource.open(file);
                ImageInputStream in = new MaskedStream(source, blocks.masked())) {
            reader.setInput(in, false, true);
            return limit.checked(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    /// @param multiplied whether colours were multiplied with the opacity
    private void decode(Format format, Size size, boolean multiplied, Sink sink) throws IOException {
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        boolean huge = format == Format.JPEG || format == Format.TIFF;
        if (huge && !multiplied && SinkBuffer.suits(type)) {
            try {
                ImageReadParam param = reader.getDefaultReadParam();
                param.setDestination(SinkBuffer.picture(type, size, sink));
                reader.read(0, param);
                return;
            } catch (SinkBuffer.ReadBackException e) {
                warnings.clear(); // a rare kind of file whose decoder needs the samples again
            }
        }
        BufferedImage picture = reader.read(0);
        new PictureRows(picture, multiplied || picture.isAlphaPremultiplied()).copyTo(sink);
    }

    private void requireWhole(boolean progressive) throws Unreadable {
        boolean lost = warnings.stream().anyMatch(warning -> LOST.stream().anyMatch(warning::contains));
        boolean noEnd = warnings.stream().anyMatch(warning -> warning.contains(NO_END));
        if (noEnd && (lost || progressive)) {
            throw Unreadable.cutOff();
        } else if (lost) {
            throw Unreadable.damaged("part of the JPEG picture cannot be decoded");
        }
    }

    /// TwelveMonkeys has no reader for GIF.
    private static ImageReader reader(Format format) {
        List<ImageReader> readers = new ArrayList<>();
        ImageIO.getImageReadersByFormatName(format.name()).forEachRemaining(readers::add);
        return readers.stream()
                .filter(reader -> reader.getClass().getName().startsWith(PREFERRED))
                .findFirst()
                .orElseGet(readers::getFirst);
    }
}
