package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;

/// Takes out the blocks and ripples of JPEG compression: filters as [Bm3d] does, with the noise that such quality
/// makes on average, then brings every coefficient of a block's brightness back to what rounding could have made of it.
///
/// `σ = (a + b · s) / 255` with the percentage `s` of libjpeg, `s = 5000 / quality` below 50 and
/// `200 − 2 quality` above; `a` and `b` were fitted to photos.
/// Source: A. Nosratinia, "Enhancement of JPEG-compressed images by re-application of JPEG", 2001,
/// doi:10.1023/A:1011932011170; H. C. Reeves and J. S. Lim, "Reduction of blocking effects in image coding", 1984,
/// doi:10.1117/12.7973248.
/// Unlike the papers: collaborative filtering in place of shifted compression and of blurring.
///
/// @param quality less takes out more; 100 hardly anything
/// @param aligned where not, a photo that was cropped since, only the first step is taken
public record Deblocking(
        @Setting(value = "quality of the compression, as libjpeg counts", usual = "30", least = 1, most = 100)
        int quality,

        @Setting(value = "whether the first block of 8 x 8 begins in the photo's corner", usual = "true")
        boolean aligned)
        implements Stage {
    public static double a = 1.5, b = 0.021, LIMIT = 2.6, PART = 0.7, CHROMA = 1;

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
        double sigma = (a + b * Quantisation.percent(quality)) / 255;
        Photo smooth = new BlockDenoiser(new BlockNoise(sigma, 0, NoiseLevel.EVEN, CHROMA), LIMIT).apply(photo);
        return aligned ? constrained(smooth, photo) : smooth;
    }

    private Photo constrained(Photo smooth, Photo photo) {
        Size size = photo.size();
        float[] before = brightness(photo);
        float[] after = brightness(smooth);
        float[] change = new float[size.area()];
        Quantisation quantisation = new Quantisation(quality, PART);
        int side = BlockTransform.SIDE;
        float[] block = new float[BlockTransform.AREA];
        float[] compressed = new float[BlockTransform.AREA];
        for (int row = 0; row + side <= size.height(); row += side) {
            for (int column = 0; column + side <= size.width(); column += side) {
                int at = row * size.width() + column;
                for (int i = 0; i < block.length; i++) {
                    block[i] = after[at + i / side * size.width() + i % side];
                    compressed[i] = before[at + i / side * size.width() + i % side];
                }
                quantisation.constrain(block, compressed);
                for (int i = 0; i < block.length; i++) {
                    int place = at + i / side * size.width() + i % side;
                    change[place] = block[i] - after[place];
                }
            }
        }
        return smooth.map(plane -> Plane.of(
                size, (row, column) -> plane.at(row, column) + change[row * size.width() + column]));
    }

    /// What JPEG calls Y.
    private static float[] brightness(Photo photo) {
        List<Plane> planes = photo.planes();
        if (photo.grey()) {
            return planes.getFirst().toArray();
        }
        Plane brightness = Plane.of(
                photo.size(),
                (row, column) -> 0.299f * planes.get(0).at(row, column)
                        + 0.587f * planes.get(1).at(row, column)
                        + 0.114f * planes.get(2).at(row, column));
        return brightness.toArray();
    }
}
