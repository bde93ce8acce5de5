package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// What is lost of a photo, and the one way in which a fill takes its place: `y = x + m (f − x)` for the mask `m`, so
/// every sample outside the mask stays as it is, bit for bit.
final class Lost {
    private final Size size;
    private final boolean[] lost; // (height, width)
    private final int[] pixels;

    private Lost(Size size, boolean[] lost) {
        this.size = size;
        this.lost = lost;
        pixels = IntStream.range(0, lost.length).filter(i -> lost[i]).toArray();
    }

    /// What a mask says of a photo.
    ///
    /// @throws IllegalArgumentException where their sizes differ
    static Lost of(Mask mask, Photo photo) {
        if (!mask.size().equals(photo.size())) {
            throw new IllegalArgumentException(
                    "mask of %s does not fit photo of %s".formatted(mask.size(), photo.size()));
        }
        boolean[] lost = new boolean[mask.size().area()];
        float[] damage = mask.damage().toArray();
        for (int i = 0; i < damage.length; i++) {
            lost[i] = damage[i] > 0;
        }
        return new Lost(mask.size(), lost);
    }

    /// What is lost by flags in row order, which are not copied.
    static Lost of(Size size, boolean[] lost) {
        return new Lost(size, lost);
    }

    Size size() {
        return size;
    }

    /// Whether each pixel is lost, in row order; not copied.
    boolean[] flags() {
        return lost;
    }

    /// Places of the lost pixels in row order; not copied.
    int[] pixels() {
        return pixels;
    }

    /// For every pixel, in row order, whether one of some places is at most `radius` rows and columns away.
    boolean[] near(int[] places, int radius) {
        boolean[] near = new boolean[lost.length];
        for (int i : places) {
            int row = i / size.width();
            int left = Math.max(0, i % size.width() - radius);
            int right = Math.min(size.width() - 1, i % size.width() + radius);
            for (int y = Math.max(0, row - radius); y <= Math.min(size.height() - 1, row + radius); y++) {
                Arrays.fill(near, y * size.width() + left, y * size.width() + right + 1, true);
            }
        }
        return near;
    }

    /// For every pixel, in row order, whether it belongs to a hole, not to a scratch: it is within `margin` pixels of a
    /// lost
    /// one that is `deep` pixels from all known ones.
    ///
    /// @param depth as of [Front#times]
    boolean[] holes(float[] depth, float deep, int margin) {
        return near(IntStream.of(pixels).filter(i -> depth[i] >= deep).toArray(), margin);
    }

    /// The photo with what a mask says is lost filled. Where nothing is lost, or nothing is left to fill from, it is
    /// the
    /// photo.
    ///
    /// @param fill changes the planes that it is given, in row order; only lost samples are taken from it
    /// @throws IllegalArgumentException where the sizes of mask and photo differ
    static Photo fill(Photo photo, Mask mask, BiConsumer<Lost, List<float[]>> fill) {
        Lost lost = of(mask, photo);
        if (lost.pixels.length == 0 || lost.pixels.length == lost.lost.length) {
            return photo;
        }
        List<float[]> planes = photo.planes().stream().map(Plane::toArray).toList();
        fill.accept(lost, planes);
        List<Plane> result = new ArrayList<>();
        for (int c = 0; c < planes.size(); c++) {
            result.add(lost.blended(mask, photo.planes().get(c), planes.get(c)));
        }
        return new Photo(result);
    }

    private Plane blended(Mask mask, Plane plane, float[] filled) {
        float[] samples = plane.toArray();
        for (int i : pixels) {
            float damage = mask.damage().at(i / size.width(), i % size.width());
            samples[i] = damage >= 1 ? filled[i] : samples[i] + damage * (filled[i] - samples[i]);
        }
        return Plane.copyOf(size, samples, 0);
    }
}
