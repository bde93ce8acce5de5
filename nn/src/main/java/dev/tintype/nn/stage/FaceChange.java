package dev.tintype.nn.stage;

import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.net.FaceRefiner.Refined;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.tone.Tint;
import java.util.ArrayList;
import java.util.List;

/// An upright face and what a network would add to it, softly ending before the border of the square, and less where
/// the network expects its own error to be large. A face without colours gets none.
///
/// @param face upright, as it is
/// @param added to each of its planes, sample units
record FaceChange(Photo face, Photo added) {
    private static final double END = 0.485; // of the side, from the middle: beyond, nothing is added
    private static final double FULL = 0.72; // of that, within which all is added
    private static final double SURE = 0.1; // expected error, sample units
    private static final double UNSURE = 0.3;
    private static final double MONOCHROME = 0.0125; // mean distance of colours from their tint, sample units
    private static final GaussianBlur SOFT = new GaussianBlur(25, 4);

    /// What is to be added to a face.
    static FaceChange of(FaceRefiner refiner, FaceView view) {
        Photo face = view.mended();
        try (Scope _ = Scope.open()) {
            Tensor said = Scope.inference(() -> {
                Refined refined = refiner.forward(Pixels.of(List.of(face)), Pixels.of(List.of(view.original())));
                return Tensor.cat(List.of(refined.face(), refined.doubt()), 1); // (1, 4, S, S)
            });
            Photo refined = Pixels.photo(said.narrow(1, 0, 3), face.grey());
            Plane error = Plane.copyOf(
                    face.size(), said.narrow(1, 3, 1).exp().times(0.5).toArray(), 0);
            return new FaceChange(face, added(face, refined, share(error)));
        }
    }

    private static Plane share(Plane error) {
        Plane sure = SOFT.apply(error.map(e -> (float) Math.clamp((UNSURE - e) / (UNSURE - SURE), 0.0, 1.0)));
        int side = error.size().width();
        return Plane.of(error.size(), (row, column) ->
                (float) (sure.at(row, column) * reach(new Point(row, column), side)));
    }

    private static Photo added(Photo face, Photo refined, Plane share) {
        List<Plane> added = new ArrayList<>();
        for (int c = 0; c < face.planes().size(); c++) {
            Plane before = face.planes().get(c);
            Plane after = refined.planes().get(c);
            added.add(Plane.of(
                    face.size(),
                    (row, column) -> share.at(row, column) * (after.at(row, column) - before.at(row, column))));
        }
        Photo change = new Photo(added);
        boolean colourful = !face.grey() && Tint.of(face).scatter(face) >= MONOCHROME;
        Plane light = change.luminance();
        return colourful ? change : face.map(_ -> light);
    }

    /// How much is added at a place of the square: 1 at the face to 0 before the border, in a square with round
    /// corners.
    ///
    /// @param side of the square, pixels
    static double reach(Point place, int side) {
        double middle = (side - 1) / 2.0;
        double down = (place.row() - middle) / (END * side);
        double right = (place.column() - middle) / (END * side);
        double radius = Math.pow(down * down * down * down + right * right * right * right, 0.25);
        double t = Math.clamp((1 - radius) / (1 - FULL), 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }

    /// The face when the change has been made.
    ///
    /// @param strength 0 not at all to 1
    Photo after(double strength) {
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < face.planes().size(); c++) {
            Plane before = face.planes().get(c);
            Plane change = added.planes().get(c);
            planes.add(Plane.of(face.size(), (row, column) -> {
                double sample = before.at(row, column) + strength * change.at(row, column);
                return (float) Math.clamp(sample, 0.0, 1.0);
            }));
        }
        return new Photo(planes);
    }
}
