package dev.tintype.train.synthesize;

import dev.tintype.nn.stage.FaceView;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import java.util.List;

/// An upright face of an aged portrait that has been restored, and its truth.
///
/// @param view as the refiner sees it
/// @param sound what it was, of the same size
public record MendedFace(FaceView view, Photo sound) {
    /// As it was mended, as the scan had it, and the truth.
    List<Photo> pictures() {
        return List.of(view.mended(), view.original(), sound);
    }

    static MendedFace of(List<Photo> pictures) {
        return new MendedFace(new FaceView(pictures.get(0), pictures.get(1)), pictures.get(2));
    }

    /// A part of it.
    MendedFace crop(Region region) {
        return of(pictures().stream().map(photo -> photo.crop(region)).toList());
    }

    MendedFace mirrored() {
        return of(pictures().stream().map(photo -> photo.map(Turn::mirrored)).toList());
    }
}
