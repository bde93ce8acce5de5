package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

public record Deblocking(
        @Setting(value = "quality of the compression, as libjpeg counts", usual = "30", least = 1, most = 100)
        int quality)
        implements Stage {
    public static double a = 1.5, b = 0.021, lim = 2.6;

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(BlockDenoiser.REACH);
    }

    @Override
    public Photo apply(Photo photo) {
        double scale = quality < 50 ? 5000.0 / quality : 200 - 2 * quality;
        double sigma = (a + b * scale) / 255;
        return new BlockDenoiser(BlockNoise.white(sigma, NoiseLevel.EVEN), lim).apply(photo);
    }
}
