package dev.tintype.nn.official.face;

import dev.tintype.nn.official.SpadeFaceGenerator;
import dev.tintype.nn.official.prepare.Levels;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import java.util.List;

/// Draws the faces of a photo anew, one after the other.
///
/// Source: Z. Wan et al., "Old Photo Restoration via Deep Latent Space Translation", 2022,
/// doi:10.1109/TPAMI.2022.3163183.
///
/// @param side of the square that a face is restored in, 256 or, for large photos, 512 pixels
public record FaceRestoration(SpadeFaceGenerator generator, int side) {

    /// The photo with all its faces restored; a grey photo comes back in colour, because the network may colour faces.
    ///
    /// @param faces the five points of every face
    public Photo apply(Photo photo, List<FacePoints> faces) {
        Photo colour = photo.grey()
                ? new Photo(List.of(
                        photo.planes().getFirst(),
                        photo.planes().getFirst(),
                        photo.planes().getFirst()))
                : photo;
        Photo result = colour;
        for (FacePoints face : faces) {
            FacePlace place = FacePlace.of(face, side);
            result = place.paste(result, colour, restored(place.cut(colour)));
        }
        return result;
    }

    private Photo restored(Photo face) {
        try (Scope _ = Scope.open()) {
            Tensor y = Scope.inference(() -> generator.forward(Pixels.of(List.of(face))));
            return Pixels.photo(y, false).map(plane -> plane.map(sample -> Levels.sample(Levels.of(sample))));
        }
    }
}
