package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.List;

/// How rough a photo is around each pixel: the mean absolute difference of neighbours across and down, over windows of
/// 2 · `RADIUS` + 1 pixels a side, from what is known only. Patches are compared by it too, or smooth ones would
/// seem to fit everywhere.
final class Texture {
    private static final int RADIUS = 2;

    private final Lost lost;
    private final List<float[]> planes;

    private Texture(Lost lost, List<float[]> planes) {
        this.lost = lost;
        this.planes = planes;
    }

    /// Two planes in row order: across, then down.
    ///
    /// @param weight how much roughness counts beside samples
    static List<float[]> of(Lost lost, List<float[]> planes, float weight) {
        Texture texture = new Texture(lost, planes);
        return List.of(texture.smooth(1, weight), texture.smooth(lost.size().width(), weight));
    }

    private float[] smooth(int step, float weight) {
        Size size = lost.size();
        float[] sum = new float[size.area()];
        float[] count = new float[size.area()];
        for (int i = 0; i < sum.length - step; i++) {
            boolean last = step == 1 && i % size.width() == size.width() - 1;
            if (!last && !lost.flags()[i] && !lost.flags()[i + step]) {
                sum[i] = difference(i, i + step);
                count[i] = 1;
            }
        }
        float[] sums = boxed(boxed(sum, size.width(), 1), size.height(), size.width());
        float[] counts = boxed(boxed(count, size.width(), 1), size.height(), size.width());
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= weight / Math.max(1, counts[i]);
        }
        return sums;
    }

    private float difference(int i, int j) {
        float sum = 0;
        for (float[] plane : planes) {
            sum += Math.abs(plane[i] - plane[j]);
        }
        return sum / planes.size();
    }

    /// Sums over 2 · RADIUS + 1 samples along an axis.
    private static float[] boxed(float[] values, int length, int step) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / step % length;
            int from = Math.max(-RADIUS, -place);
            int to = Math.min(RADIUS, length - 1 - place);
            for (int k = from; k <= to; k++) {
                result[i] += values[i + k * step];
            }
        }
        return result;
    }
}
