package dev.tintype.write;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/// The memory of a picture of 8 bits that has none of its own: samples are taken from a scan, and rounded if they are
/// finer, whenever an encoder asks for one.
final class SamplesBuffer extends DataBuffer {
    private final Samples samples;
    private final int width;

    private SamplesBuffer(Samples samples) {
        super(TYPE_BYTE, samples.size().area(), samples.channels());
        this.samples = samples;
        this.width = samples.size().width();
    }

    static BufferedImage picture(Samples samples) {
        Size size = samples.size();
        int space = samples.channels() == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY;
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        BandedSampleModel model =
                new BandedSampleModel(DataBuffer.TYPE_BYTE, size.width(), size.height(), samples.channels());
        return new BufferedImage(
                colors, Raster.createWritableRaster(model, new SamplesBuffer(samples), null), false, null);
    }

    @Override
    public int getElem(int channel, int i) {
        float raw = samples.raw(channel, i / width, i % width);
        return samples.depth() == Depth.BITS_8
                ? (int) raw
                : Math.round(Math.clamp(raw / samples.depth().white(), 0f, 1f) * 255);
    }

    @Override
    public void setElem(int channel, int i, int value) {
        throw new UnsupportedOperationException("encoders only read");
    }
}
