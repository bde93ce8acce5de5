package dev.tintype.diagnose;

import dev.tintype.damage.Psf;

/// How a photo seems to have been blurred.
///
/// @param family the kind that fits best; [PsfFamily#NONE] where the photo is sharp or too small to tell
/// @param size in pixels: length, radius or standard deviation; 0 for none
/// @param degrees of a movement, counterclockwise from the right, 0 to 180; else 0
/// @param confidence probability of the family, given that it is one of these, 0 to 1
/// @param psf what a point became; a point for none
public record PsfEstimate(PsfFamily family, double size, double degrees, double confidence, Psf psf) {
    /// Nothing can be said.
    static final PsfEstimate UNKNOWN = of(PsfFamily.NONE, 0, 0, 0);

    static PsfEstimate of(PsfFamily family, double size, double degrees, double confidence) {
        return new PsfEstimate(family, size, degrees, confidence, family.psf(size, degrees));
    }
}
