package dev.tintype.nn.torch;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;

/// Between photos and tensors.
public final class Pixels {
    private Pixels() {}

    /// Photos of one size as (N, 3, H, W) in [-1, 1]; a grey photo's plane is used three times.
    public static Tensor of(List<Photo> photos) {
        Size size = photos.getFirst().size();
        float[] values = new float[photos.size() * 3 * size.area()];
        int offset = 0;
        for (Photo photo : photos) {
            for (int c = 0; c < 3; c++) {
                photo.planes().get(photo.grey() ? 0 : c).copyTo(values, offset);
                offset += size.area();
            }
        }
        return Tensor.of(values, photos.size(), 3, size.height(), size.width())
                .times(2)
                .plus(-1);
    }

    /// Masks of one size as (N, 1, H, W).
    public static Tensor ofMasks(List<Mask> masks) {
        Size size = masks.getFirst().size();
        float[] values = new float[masks.size() * size.area()];
        int offset = 0;
        for (Mask mask : masks) {
            mask.damage().copyTo(values, offset);
            offset += size.area();
        }
        return Tensor.of(values, masks.size(), 1, size.height(), size.width());
    }

    /// The first photo of (N, 3, H, W) in [-1, 1], not clipped.
    ///
    /// @param grey whether to take the mean of the channels as the only plane
    public static Photo photo(Tensor x, boolean grey) {
        Size size = new Size((int) x.size(3), (int) x.size(2));
        float[] values = x.narrow(0, 0, 1).plus(1).times(0.5).toArray();
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            planes.add(Plane.copyOf(size, values, c * size.area()));
        }
        return grey ? new Photo(List.of(mean(size, planes))) : new Photo(planes);
    }

    private static Plane mean(Size size, List<Plane> planes) {
        return Plane.of(
                size,
                (row, column) -> (planes.get(0).at(row, column)
                                + planes.get(1).at(row, column)
                                + planes.get(2).at(row, column))
                        / 3);
    }
}
