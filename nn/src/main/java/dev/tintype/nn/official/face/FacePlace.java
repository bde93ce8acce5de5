package dev.tintype.nn.official.face;

import dev.tintype.nn.official.face.Warp.Lookup;
import dev.tintype.nn.official.prepare.Erosion;
import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.nn.official.prepare.Levels;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;

/// Where a face is: cuts it out upright, and sets a restored one back with soft edges.
///
/// @param toPhoto from the upright square to the photo
/// @param side of the square, pixels
public record FacePlace(Similarity toPhoto, int side) {
    /// Three erosions by a square of 9, in one.
    private static final Erosion MARGIN = new Erosion(12);

    private static final GaussianBlur SOFT = GaussianBlur.ofSide(25);

    public static FacePlace of(FacePoints face, int side) {
        return new FacePlace(Similarity.between(FacePoints.upright(side), face), side);
    }

    /// The upright face, rounded to 8-bit levels: what the network restores.
    public Photo cut(Photo photo) {
        return warped(photo, level -> Levels.sample((int) Math.rint(level)));
    }

    /// The photo with the restored face in it, in the tones that the face had in `original`.
    ///
    /// @param photo the photo so far, with faces set in before
    /// @param original the photo before any face was set in
    public Photo paste(Photo photo, Photo original, Photo face) {
        Photo moved = back(matched(face, original), photo.size());
        Plane mask = SOFT.apply(MARGIN.apply(reach(photo.size())));
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < photo.planes().size(); c++) {
            Plane base = photo.planes().get(c);
            Plane patch = moved.planes().get(c);
            planes.add(Plane.of(photo.size(), (row, column) -> {
                float share = mask.at(row, column);
                float blended = patch.at(row, column) * share + (1 - share) * base.at(row, column);
                return share == 0 ? base.at(row, column) : Math.clamp(blended, 0f, 1f);
            }));
        }
        return new Photo(planes);
    }

    /// The restored face in the tones that it has in the photo.
    Photo matched(Photo face, Photo original) {
        return HistogramMatching.apply(face, warped(original, level -> Levels.sample((int) level)));
    }

    /// 1 where the square covers the photo.
    Plane reach(Size size) {
        Plane all = Plane.of(size, (_, _) -> 1f);
        Plane seen = new Warp(toPhoto, square(), Lookup.NEAREST).apply(all);
        return new Warp(toPhoto.inverse(), size, Lookup.NEAREST).apply(seen);
    }

    /// The face where it is in the photo; cubic overshoot is cut to the tones of the face, 0 outside stays.
    Photo back(Photo face, Size size) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Plane plane : face.planes()) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    low = Math.min(low, plane.at(row, column));
                    high = Math.max(high, plane.at(row, column));
                }
            }
        }
        float darkest = low;
        float brightest = high;
        Warp warp = new Warp(toPhoto.inverse(), size, Lookup.BICUBIC);
        return face.map(
                plane -> warp.apply(plane).map(sample -> sample == 0 ? 0 : Math.clamp(sample, darkest, brightest)));
    }

    /// @param tone the sample for a level between 0 and 255
    private Photo warped(Photo photo, Warp.Tone tone) {
        Warp warp = new Warp(toPhoto, square(), Lookup.BILINEAR);
        return photo.map(plane -> warp.apply(plane.map(Levels::of), tone));
    }

    private Size square() {
        return new Size(side, side);
    }
}
