package dev.tintype.nn.stage;

import dev.tintype.diagnose.NoiseLevel;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// How much a photo needs the scene network where nothing is lost, judged by how much the network would change there:
/// it changes a sound photo by little, and all of that is harm.
///
/// `need = 3 t² − 2 t³` with `t = (rms change / contrast − 0.01) / 0.014`, clamped to 0 to 1; the change in sample
/// units, the contrast four standard deviations of the samples, from 0.5 to 1, since noise fades with the photo. Of
/// 258 sound squares nine in ten were changed by less than 0.017, of 642 aged ones three in four by more than 0.019.
///
/// Where the network makes the photo smoother, by a tenth of its total variation or more, and there is no white noise
/// that it could take out, it is probably grass or skin that is smoothed: then the change must be greater by 0.01.
/// Sound, sharp photos have noise of up to 0.0021, noisy old scans 0.0029 and more.
///
/// Noise lies everywhere and blur at all edges, while what the network gets wrong is one thing, such as a
/// shutter's stripes. So where the change is uneven, `evenness = mean of the rms changes of blocks / rms change`
/// being below 0.72, it counts `(evenness / 0.72)³` of what it is.
///
/// In a photo that is known to be damaged, since other steps have mended what was found, they have left less to change,
/// but what they left is damage: `(1 + need) / 2` is taken there. Steps that leave nothing of what they find, such as
/// the adaptive median, say nothing of the kind.
final class SceneNeed {
    private static final double SMOOTHER = 0.1; // loss of total variation that counts as smoothing
    private static final double DOUBTFUL = 0.01; // change that is put down to texture
    private static final double NOISELESS = 0.002; // sigma of noise in sample units
    private static final double NOISY = 0.0035;
    private static final double SOUND = 0.01; // rms change up to which a photo is left alone
    private static final double AGED = 0.024; // from which it is restored fully
    private static final int BLOCK = 16; // pixels
    private static final double EVEN = 0.72;

    private final boolean damaged;
    private double power;
    private double even; // sum of the rms changes of blocks, each times its samples
    private double sum;
    private double squares;
    private double samples;
    private double roughBefore;
    private double roughAfter;
    private double noise;
    private double pixels;

    /// @param damaged whether other steps have found damage of which they left some
    SceneNeed(boolean damaged) {
        this.damaged = damaged;
    }

    /// Takes a part of the photo into account.
    ///
    /// @param lost how lost each pixel is, 0 to 1; those that are count less
    void see(Photo before, Photo after, Plane lost) {
        Plane sound = before.luminance();
        roughBefore += roughness(sound, lost);
        roughAfter += roughness(after.luminance(), lost);
        noise += sound.size().area() * NoiseLevel.sigma(sound);
        pixels += sound.size().area();
        int across = (sound.size().width() + BLOCK - 1) / BLOCK;
        int blocks = across * ((sound.size().height() + BLOCK - 1) / BLOCK);
        double[] powers = new double[blocks];
        double[] weights = new double[blocks];
        for (int c = 0; c < before.planes().size(); c++) {
            Plane x = before.planes().get(c);
            Plane y = after.planes().get(c);
            for (int row = 0; row < x.size().height(); row++) {
                for (int column = 0; column < x.size().width(); column++) {
                    double change = y.at(row, column) - x.at(row, column);
                    double weight = 1 - lost.at(row, column);
                    int block = row / BLOCK * across + column / BLOCK;
                    powers[block] += weight * change * change;
                    weights[block] += weight;
                    sum += weight * x.at(row, column);
                    squares += weight * x.at(row, column) * x.at(row, column);
                }
            }
        }
        for (int i = 0; i < blocks; i++) {
            power += powers[i];
            samples += weights[i];
            even += Math.sqrt(powers[i] * weights[i]);
        }
    }

    /// 0 leave it alone to 1 restore it fully.
    double share() {
        double count = Math.max(samples, 1);
        double mean = sum / count;
        double contrast = Math.clamp(4 * Math.sqrt(Math.max(0, squares / count - mean * mean)), 0.5, 1.0);
        double evenness = even / Math.max(Math.sqrt(power * samples), 1e-9);
        double change = Math.sqrt(power / count) * Math.pow(Math.min(1, evenness / EVEN), 3);
        double t = Math.clamp((change / contrast - SOUND - DOUBTFUL * doubt()) / (AGED - SOUND), 0.0, 1.0);
        double need = t * t * (3 - 2 * t);
        return damaged ? (1 + need) / 2 : need;
    }

    /// 0 unless the photo gets smoother without being noisy, then up to 1.
    private double doubt() {
        double smoother = Math.clamp((1 - roughAfter / Math.max(roughBefore, 1e-9)) / SMOOTHER, 0.0, 1.0);
        double noisy = Math.clamp((noise / Math.max(pixels, 1) - NOISELESS) / (NOISY - NOISELESS), 0.0, 1.0);
        return smoother * (1 - noisy);
    }

    /// The total variation of what is not lost.
    private static double roughness(Plane x, Plane lost) {
        double sum = 0;
        for (int row = 1; row < x.size().height(); row++) {
            for (int column = 1; column < x.size().width(); column++) {
                float here = x.at(row, column);
                double steps = Math.abs(here - x.at(row, column - 1)) + Math.abs(here - x.at(row - 1, column));
                sum += (1 - lost.at(row, column)) * steps;
            }
        }
        return sum;
    }
}
