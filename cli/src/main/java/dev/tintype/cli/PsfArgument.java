package dev.tintype.cli;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A PSF as a person says it: as text, or as the name of a picture of it.
final class PsfArgument {
    /// What may be said.
    static final String FORMS = Psf.FORMS + ", or a picture of it, black where no light fell";

    private PsfArgument() {}

    /// The same as text.
    ///
    /// @throws IllegalArgumentException where it is a picture of nothing
    static String text(String said) {
        Path file = Path.of(said);
        return Files.isRegularFile(file)
                ? drawn(PhotoReader.read(file).samples().photo()).text()
                : said;
    }

    /// The point is in the middle of the picture; where a side is even, right of and below it.
    private static Psf drawn(Photo picture) {
        Plane plane = picture.luminance();
        Size size = picture.size();
        Size odd = new Size(size.width() / 2 * 2 + 1, size.height() / 2 * 2 + 1);
        return Psf.of(Plane.of(
                odd, (row, column) -> row < size.height() && column < size.width() ? plane.at(row, column) : 0));
    }
}
