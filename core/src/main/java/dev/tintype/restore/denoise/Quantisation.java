package dev.tintype.restore.denoise;

/// What JPEG compression knows of a block of 8 x 8 brightnesses: each cosine coefficient was rounded to a multiple of
/// a step, so it cannot have been further from what the file shows than half of that.
///
/// Source: ITU-T T.81, "Digital compression and coding of continuous-tone still images", 1992, table K.1, scaled as
/// libjpeg does.
final class Quantisation {
    private static final int[] STEPS = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    private final BlockTransform transform = new CosineBlock();
    private final float[] reach = new float[BlockTransform.AREA]; // largest error of each coefficient, sample units
    private final float[] block = new float[BlockTransform.AREA];
    private final float[] shown = new float[BlockTransform.AREA];

    /// @param quality from 1 to 100, as libjpeg counts
    /// @param part of the possible error that is allowed, 0 to 1
    Quantisation(int quality, double part) {
        double percent = percent(quality);
        for (int i = 0; i < reach.length; i++) {
            double step = Math.clamp(Math.floor((STEPS[i] * percent + 50) / 100), 1, 255);
            reach[i] = (float) (part * step / 2 / 255);
        }
    }

    /// By what libjpeg multiplies the table, percent.
    static double percent(int quality) {
        return quality < 50 ? 5000.0 / quality : 200 - 2 * quality;
    }

    /// Brings the coefficients of a block as near to those of the compressed photo as they must have been.
    ///
    /// @param samples brightness, changed in place
    /// @param compressed the same of the compressed photo
    /// @param at index of the block's first sample
    void constrain(float[] samples, float[] compressed, int at, int width) {
        int side = BlockTransform.SIDE;
        for (int i = 0; i < block.length; i++) {
            int place = at + i / side * width + i % side;
            block[i] = samples[place];
            shown[i] = compressed[place];
        }
        transform.forward(block);
        transform.forward(shown);
        for (int i = 0; i < block.length; i++) {
            block[i] = Math.clamp(block[i], shown[i] - reach[i], shown[i] + reach[i]);
        }
        transform.inverse(block);
        for (int i = 0; i < block.length; i++) {
            samples[at + i / side * width + i % side] = block[i];
        }
    }
}
