package dev.tintype.nn.stage;

import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import java.util.List;

/// What a first look at a scan tells the second one, in two planes of samples from 0 to 1: the log odds of being a
/// mark, from −6.2 to 6.2, and the log ratio of [MarkColours], from −1 to 5. The latter says where the colours of
/// surely found marks are met again, in the whole scan.
///
/// @param found one channel of 8 bits, 255 times the probability of being a mark
public record MarkHints(Samples found, MarkColours colours) {
    /// The planes of a part of the scan.
    List<Plane> planes(Samples scan, Region part) {
        Plane odds = Plane.of(part.size(), (row, column) -> {
            float p = found.raw(0, part.row() + row, part.column() + column) / 255;
            return (float) (0.5 + LogOdds.of(p) / (2 * LogOdds.MOST));
        });
        Plane colour =
                Plane.of(part.size(), (row, column) -> colours.share(scan, part.row() + row, part.column() + column));
        return List.of(odds, colour);
    }

    /// Photos of one size and what a network is told of them, if it is: (N, 3 or 5, H, W) in [-1, 1].
    public static Tensor input(List<Photo> photos, List<List<Plane>> hints) {
        Tensor x = Pixels.of(photos);
        return hints.isEmpty() ? x : Tensor.cat(List.of(x, plane(hints, 0), plane(hints, 1)), 1);
    }

    private static Tensor plane(List<List<Plane>> hints, int number) {
        return Pixels.ofMasks(hints.stream()
                        .map(planes -> new Mask(planes.get(number)))
                        .toList())
                .times(2)
                .plus(-1);
    }
}
