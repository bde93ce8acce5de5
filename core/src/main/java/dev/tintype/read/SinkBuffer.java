package dev.tintype.read;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.Arrays;
import javax.imageio.ImageTypeSpecifier;

/// The memory of a picture that has none: what a decoder stores goes to a [Sink] at once. A decoder that makes its own
/// picture would need as much memory again as the scan.
final class SinkBuffer extends DataBuffer {
    private final int width;
    private final Sink sink;

    private SinkBuffer(int type, Size size, int channels, Sink sink) {
        super(type, size.area(), channels);
        this.width = size.width();
        this.sink = sink;
    }

    /// Whether samples of this type are what a sink takes, without a look-up or a conversion.
    static boolean suits(ImageTypeSpecifier type) {
        ColorModel colors = type.getColorModel();
        int space = colors.getColorSpace().getType();
        int bits = switch (colors.getTransferType()) {
            case TYPE_BYTE -> 8;
            case TYPE_USHORT -> 16;
            case TYPE_FLOAT -> 32;
            default -> 0;
        };
        return colors instanceof ComponentColorModel
                && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
                && !colors.isAlphaPremultiplied()
                && type.getNumBands() == colors.getNumComponents()
                && Arrays.stream(colors.getComponentSize()).allMatch(size -> size == bits);
    }

    /// A picture whose samples go to `sink`.
    static BufferedImage picture(ImageTypeSpecifier type, Size size, Sink sink) throws Unreadable {
        ColorModel colors = type.getColorModel();
        int transfer = colors.getTransferType();
        Depth depth = transfer == TYPE_BYTE ? Depth.BITS_8 : transfer == TYPE_USHORT ? Depth.BITS_16 : Depth.FLOAT;
        sink.begin(new Layout(size, colors.getNumColorComponents(), colors.hasAlpha(), depth));
        SampleModel model = new BandedSampleModel(transfer, size.width(), size.height(), colors.getNumComponents());
        SinkBuffer buffer = new SinkBuffer(transfer, size, colors.getNumComponents(), sink);
        return new BufferedImage(colors, Raster.createWritableRaster(model, buffer, null), false, null);
    }

    @Override
    public void setElem(int channel, int i, int value) {
        sink.put(channel, i / width, i % width, value);
    }

    @Override
    public void setElemFloat(int channel, int i, float value) {
        sink.put(channel, i / width, i % width, value);
    }

    @Override
    public int getElem(int channel, int i) {
        throw new ReadBackException();
    }

    /// A decoder wants to see what it stored.
    static final class ReadBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
