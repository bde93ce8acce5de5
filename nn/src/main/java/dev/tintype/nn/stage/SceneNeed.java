package dev.tintype.nn.stage;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// How much a photo needs the scene network where nothing is lost, judged by how much the network would change there:
/// it changes a sound photo by little, and all of that is harm.
///
/// `need = 3 t² − 2 t³` with `t = (rms change / contrast − 0.008) / 0.01`, clamped to 0 to 1; the change in sample
/// units, the contrast four standard deviations of the samples, from 0.5 to 1, since noise fades with the photo. Sound
/// photos of the benchmark are changed by 0.005 to 0.018, aged ones mostly by more than 0.019.
final class SceneNeed {
    private static final double SOUND = 0.008; // rms change up to which a photo is left alone
    private static final double AGED = 0.018; // from which it is restored fully

    private double power;
    private double sum;
    private double squares;
    private double samples;

    /// Takes a part of the photo into account.
    ///
    /// @param lost how lost each pixel is, 0 to 1; those that are count less
    void see(Photo before, Photo after, Plane lost) {
        for (int c = 0; c < before.planes().size(); c++) {
            Plane x = before.planes().get(c);
            Plane y = after.planes().get(c);
            for (int row = 0; row < x.size().height(); row++) {
                for (int column = 0; column < x.size().width(); column++) {
                    double change = y.at(row, column) - x.at(row, column);
                    double weight = 1 - lost.at(row, column);
                    power += weight * change * change;
                    sum += weight * x.at(row, column);
                    squares += weight * x.at(row, column) * x.at(row, column);
                    samples += weight;
                }
            }
        }
    }

    /// 0 leave it alone to 1 restore it fully.
    double share() {
        double count = Math.max(samples, 1);
        double mean = sum / count;
        double contrast = Math.clamp(4 * Math.sqrt(Math.max(0, squares / count - mean * mean)), 0.5, 1.0);
        double t = Math.clamp((Math.sqrt(power / count) / contrast - SOUND) / (AGED - SOUND), 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }
}
