package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/// A photo at one scale while it is filled from patches of itself: samples of all channels side by side.
final class PatchScale {
    private final Lost lost;
    private final int channels;
    private final int colours;
    private final int radius;
    private final float[] values; // (height, width, channels)

    /// @param planes samples in row order, filled somehow where they are lost
    /// @param colours number of planes that are the photo's own
    /// @param radius patches have 2 radius + 1 pixels a side
    PatchScale(Lost lost, List<float[]> planes, int colours, int radius) {
        this.colours = colours;
        this.lost = lost;
        this.channels = planes.size();
        this.radius = radius;
        this.values = new float[channels * lost.size().area()];
        for (int c = 0; c < channels; c++) {
            float[] plane = planes.get(c);
            for (int i = 0; i < plane.length; i++) {
                values[i * channels + c] = plane[i];
            }
        }
    }

    Size size() {
        return lost.size();
    }

    int channels() {
        return channels;
    }

    /// How many of the channels are the photo's own; the others tell how rough it is.
    int colours() {
        return colours;
    }

    int radius() {
        return radius;
    }

    /// Samples as (height, width, channels); not copied.
    float[] values() {
        return values;
    }

    /// Distances from what is known, pixels.
    float[] depth() {
        return Front.times(lost, 1);
    }

    /// Copies what is lost into planes.
    void fillInto(List<float[]> planes) {
        for (int c = 0; c < channels; c++) {
            float[] plane = planes.get(c);
            for (int i : lost.pixels()) {
                plane[i] = values[i * channels + c];
            }
        }
    }

    /// Middles of all patches that lie inside the photo.
    int[] middles() {
        int width = size().width();
        return IntStream.range(radius, size().height() - radius)
                .flatMap(row -> IntStream.range(row * width + radius, (row + 1) * width - radius))
                .toArray();
    }

    /// For every pixel, whether anything is lost in the patch around it.
    boolean[] touched() {
        return lost.near(lost.pixels(), radius);
    }

    /// For every pixel, whether a patch around it reaches into what is `deep` pixels from all that is known.
    boolean[] holes(float[] depth, float deep) {
        return lost.holes(depth, deep, radius + 1);
    }

    /// Every lost pixel becomes the mean of what the patches around it say of it, the better fitting ones counting
    /// more: `e^(−cost / 2σ²)`, where `σ²` is the mean of their costs.
    void vote(PatchField field) {
        float[] voted = new float[lost.pixels().length * channels];
        IntStream.range(0, lost.pixels().length).parallel().forEach(k -> vote(field, voted, k));
        for (int k = 0; k < lost.pixels().length; k++) {
            System.arraycopy(voted, k * channels, values, lost.pixels()[k] * channels, channels);
        }
    }

    private void vote(PatchField field, float[] voted, int k) {
        int pixel = lost.pixels()[k];
        float scale = 0.5f / Math.max(1e-9f, meanCost(field, pixel));
        float weights = 0;
        int width = size().width();
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int target = around(field, pixel, dy, dx);
                if (target >= 0) {
                    float weight = (float) Math.exp(-field.cost(target) * scale);
                    int from = field.match(target) - dy * width - dx;
                    for (int c = 0; c < channels; c++) {
                        voted[k * channels + c] += weight * values[from * channels + c];
                    }
                    weights += weight;
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            voted[k * channels + c] /= weights;
        }
    }

    private float meanCost(PatchField field, int pixel) {
        float sum = 0;
        int count = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int target = around(field, pixel, dy, dx);
                if (target >= 0) {
                    sum += field.cost(target);
                    count++;
                }
            }
        }
        return sum / count;
    }

    /// The target whose middle is so far down and right of a pixel, or −1.
    private int around(PatchField field, int pixel, int down, int right) {
        int row = pixel / size().width() + down;
        int column = pixel % size().width() + right;
        boolean inside = row >= 0 && row < size().height() && column >= 0 && column < size().width();
        return inside ? field.targetAt(row * size().width() + column) : -1;
    }
}
