package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Takes out the blocks and ripples of JPEG compression: filters as [Bm3d] does, with the noise that such quality
/// makes on average, then brings every coefficient of a block's brightness back to what rounding could have made of it.
///
/// `σ = 0.17 s^0.8 / 255` with the percentage `s` of libjpeg, `5000 / quality` below 50 and `200 − 2 quality` above,
/// twice as much in colour, of which JPEG keeps less; fitted to photos. Of half a step, 0.6 are allowed.
/// Source: A. Nosratinia, "Enhancement of JPEG-compressed images by re-application of JPEG", The Journal of VLSI Signal
/// Processing 27, 2001, pages 69-79; H. C. Reeve and J. S. Lim, "Reduction of blocking effects in image coding",
/// Optical Engineering 23, 1984, pages 34-37.
/// Unlike the papers: collaborative filtering in place of shifted compression and of blurring.
///
/// @param quality less takes out more; 100 changes nothing
/// @param aligned where not, a photo that was cropped since, only the first step is taken
public record Deblocking(
        @Setting(value = "quality of the compression, as libjpeg counts", usual = "30", least = 1, most = 100)
        int quality,

        @Setting(value = "whether the first block of 8 x 8 begins in the photo's corner", usual = "true")
        boolean aligned)
        implements Stage {
    private static final double CHROMA = 2;
    private static final double PART = 0.6;
    private static final double UNALIGNED = 0.65; // of the deviation, where nothing limits the change

    public Deblocking {
        Options.require("quality", quality, 1, 100);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(BlockDenoiser.REACH + BlockTransform.SIDE);
    }

    @Override
    public Photo apply(Photo photo) {
        double sigma = 0.17 * Math.pow(Quantisation.percent(quality), 0.8) / 255;
        if (sigma == 0) {
            return photo;
        }
        double used = aligned ? sigma : UNALIGNED * sigma;
        Photo smooth = new BlockDenoiser(new BlockNoise(used, 0, NoiseLevel.EVEN, CHROMA)).apply(photo);
        return aligned ? constrained(smooth, photo) : smooth;
    }

    private Photo constrained(Photo smooth, Photo photo) {
        Size size = photo.size();
        float[] before = photo.luminance().toArray();
        float[] after = smooth.luminance().toArray();
        float[] changed = after.clone();
        Quantisation quantisation = new Quantisation(quality, PART);
        int side = BlockTransform.SIDE;
        for (int row = 0; row + side <= size.height(); row += side) {
            for (int column = 0; column + side <= size.width(); column += side) {
                quantisation.constrain(changed, before, row * size.width() + column, size.width());
            }
        }
        return smooth.map(plane -> Plane.of(size, (row, column) -> {
            int i = row * size.width() + column;
            return plane.at(row, column) + changed[i] - after[i];
        }));
    }
}
