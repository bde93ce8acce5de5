package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.function.BiConsumer;

/// A plane of half the size: means of what is known in squares of 2 x 2; lost is only what has nothing known.
final class Halving {
    private final Size size;
    private final float[] values;
    private final boolean[] lost;

    private Halving(Size size) {
        this.size = size;
        this.values = new float[size.area()];
        this.lost = new boolean[size.area()];
    }

    static Halving of(Size whole, float[] values, boolean[] lost) {
        Halving half = new Halving(new Size((whole.width() + 1) / 2, (whole.height() + 1) / 2));
        byte[] known = new byte[half.values.length];
        for (int row = 0, i = 0; row < whole.height(); row++) {
            for (int column = 0; column < whole.width(); column++, i++) {
                if (!lost[i]) {
                    int j = row / 2 * half.size.width() + column / 2;
                    half.values[j] += values[i];
                    known[j]++;
                }
            }
        }
        for (int j = 0; j < known.length; j++) {
            half.values[j] /= Math.max(1, known[j]);
            half.lost[j] = known[j] == 0;
        }
        return half;
    }

    /// Fills a plane in place: at half the size first, then here from what that gave.
    ///
    /// @param relax changes the unknown samples
    static void coarseToFine(Size size, float[] values, boolean[] lost, BiConsumer<Surroundings, double[]> relax) {
        Halving half = of(size, values, lost);
        if (half.incomplete()) {
            coarseToFine(half.size, half.values, half.lost, relax);
        }
        half.enlargeInto(size, values, lost);
        Surroundings nodes = new Surroundings(size, lost);
        double[] u = nodes.read(values);
        relax.accept(nodes, u);
        nodes.write(u, values);
    }

    Size size() {
        return size;
    }

    /// Samples in row order; not copied.
    float[] values() {
        return values;
    }

    /// What is lost, in row order; not copied.
    boolean[] lost() {
        return lost;
    }

    /// Whether anything is lost still.
    private boolean incomplete() {
        for (boolean one : lost) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /// Writes what is lost of the whole, interpolated from the half: bilinear.
    void enlargeInto(Size whole, float[] target, boolean[] targetLost) {
        for (int row = 0, i = 0; row < whole.height(); row++) {
            for (int column = 0; column < whole.width(); column++, i++) {
                if (targetLost[i]) {
                    target[i] = Doubling.at(values, size, row, column);
                }
            }
        }
    }

    /// What is lost in the whole but not here, in row order.
    boolean[] knownAmong(Size whole, boolean[] wholeLost) {
        boolean[] known = new boolean[wholeLost.length];
        for (int row = 0, i = 0; row < whole.height(); row++) {
            for (int column = 0; column < whole.width(); column++, i++) {
                known[i] = wholeLost[i] && !lost[row / 2 * size.width() + column / 2];
            }
        }
        return known;
    }
}
