package dev.tintype.read;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/// The samples of a decoded picture of any kind as grey or red, green, blue: palettes are looked up, CMYK becomes RGB,
/// samples of few or odd bits are stretched to 8 or 16. No other colour is converted.
final class PictureRows {
    private static final double WHITE_32 = 4294967295.0; // 2³² - 1

    private final ColorModel colors;
    private final Raster raster;
    private final Size size;
    private final boolean multiplied;

    /// @param multiplied whether colours were multiplied with the opacity
    PictureRows(BufferedImage picture, boolean multiplied) {
        this.multiplied = multiplied;
        this.colors = picture.getColorModel();
        this.raster = picture.getRaster();
        this.size = new Size(picture.getWidth(), picture.getHeight());
    }

    void copyTo(Sink sink) throws Unreadable {
        if (colors instanceof IndexColorModel palette) {
            lookUp(palette, sink);
            return;
        }
        switch (colors.getColorSpace().getType()) {
            case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB -> plain(raster, colors.getNumColorComponents(), sink);
            case ColorSpace.TYPE_CMYK -> inks(sink);
            default -> throw new Unreadable("its colours are neither grey, RGB nor CMYK", "convert it to RGB first");
        }
    }

    private void lookUp(IndexColorModel palette, Sink sink) throws Unreadable {
        int count = palette.getMapSize();
        byte[][] table = new byte[4][count];
        palette.getReds(table[0]);
        palette.getGreens(table[1]);
        palette.getBlues(table[2]);
        palette.getAlphas(table[3]);
        boolean grey = Arrays.equals(table[0], table[1]) && Arrays.equals(table[0], table[2]);
        int channels = grey ? 1 : 3;
        sink.begin(new Layout(size, channels, palette.hasAlpha(), Depth.BITS_8));
        int[] row = new int[size.width()];
        for (int y = 0; y < size.height(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                int i = Math.min(row[x], count - 1);
                for (int c = 0; c < channels; c++) {
                    sink.put(c, y, x, table[c][i] & 0xFF);
                }
                if (palette.hasAlpha()) {
                    sink.put(channels, y, x, table[3][i] & 0xFF);
                }
            }
        }
    }

    /// Samples that are grey or RGB already.
    private void plain(Raster from, int channels, Sink sink) throws Unreadable {
        Layout layout = new Layout(size, channels, colors.hasAlpha(), depth(from));
        sink.begin(layout);
        int all = layout.allChannels();
        float[][] rows = new float[all][size.width()];
        for (int y = 0; y < size.height(); y++) {
            for (int c = 0; c < all; c++) {
                row(from, c, y, layout.depth(), rows[c]);
            }
            if (layout.alpha() && multiplied) {
                divide(rows, layout.depth());
            }
            for (int c = 0; c < all; c++) {
                for (int x = 0; x < size.width(); x++) {
                    sink.put(c, y, x, rows[c][x]);
                }
            }
        }
    }

    private static Depth depth(Raster raster) throws Unreadable {
        int bits = raster.getSampleModel().getSampleSize(0);
        return switch (raster.getTransferType()) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> Depth.FLOAT;
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT ->
                bits <= 8 ? Depth.BITS_8 : Depth.BITS_16;
            default -> throw new Unreadable("its samples have a sign", Unreadable.CONVERT);
        };
    }

    /// One row of a channel, stretched to the range of the depth.
    private void row(Raster from, int channel, int y, Depth depth, float[] row) {
        if (depth == Depth.FLOAT) {
            from.getSamples(0, y, row.length, 1, channel, row);
            return;
        }
        int[] numbers = from.getSamples(0, y, row.length, 1, channel, (int[]) null);
        int bits = Math.min(from.getSampleModel().getSampleSize(channel), colors.getComponentSize(channel));
        if (bits == 8 * depth.bytes()) {
            for (int x = 0; x < row.length; x++) {
                row[x] = numbers[x];
            }
            return;
        }
        double white = bits == 32 ? WHITE_32 : (1 << bits) - 1;
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.round((numbers[x] & 0xFFFF_FFFFL) * depth.white() / white);
        }
    }

    /// Takes the opacity out of colours that were multiplied with it.
    private static void divide(float[][] rows, Depth depth) {
        float[] alpha = rows[rows.length - 1];
        for (int c = 0; c < rows.length - 1; c++) {
            for (int x = 0; x < alpha.length; x++) {
                if (alpha[x] > 0) {
                    float colour = rows[c][x] * depth.white() / alpha[x];
                    rows[c][x] = depth == Depth.FLOAT ? colour : Math.min(depth.white(), Math.round(colour));
                }
            }
        }
    }

    private void inks(Sink sink) throws Unreadable {
        if (colors.getColorSpace() instanceof ICC_ColorSpace space) {
            WritableRaster rgb = Raster.createInterleavedRaster(
                    raster.getTransferType(), size.width(), size.height(), 3, new Point(0, 0));
            new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(raster, rgb);
            plain(rgb, 3, sink);
            return;
        }
        Depth depth = depth(raster);
        sink.begin(new Layout(size, 3, false, depth));
        float white = depth.white();
        float[][] rows = new float[4][size.width()];
        for (int y = 0; y < size.height(); y++) {
            for (int c = 0; c < 4; c++) {
                row(raster, c, y, depth, rows[c]);
            }
            for (int c = 0; c < 3; c++) {
                for (int x = 0; x < size.width(); x++) {
                    float light = (white - rows[c][x]) * (white - rows[3][x]) / white;
                    sink.put(c, y, x, depth == Depth.FLOAT ? light : Math.round(light));
                }
            }
        }
    }
}
