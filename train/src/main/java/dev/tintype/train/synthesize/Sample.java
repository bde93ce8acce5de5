package dev.tintype.train.synthesize;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;

/// One aged square with its truth.
///
/// @param aged what a scan would show
/// @param sound what it was
/// @param damage where it is covered by scratches, dust or holes
public record Sample(Photo aged, Photo sound, Mask damage) {
    /// A photo that nothing happened to.
    public static Sample sound(Photo photo) {
        return uncovered(photo, photo);
    }

    /// An aged photo of which nothing is covered.
    static Sample uncovered(Photo aged, Photo sound) {
        return new Sample(aged, sound, Mask.nothing(sound.size()));
    }
}
