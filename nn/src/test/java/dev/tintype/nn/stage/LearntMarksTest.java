package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// With the network that ships.
class LearntMarksTest {
    private static final Size SIZE = new Size(320, 256);
    private static final LearntMarks MARKS = LearntMarks.open(Path.of("../weights/tintype-s"));
    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(List.of(MARKS));

    @Test
    void brightLinesAreScratches() {
        Finding finding =
                main(photo((row, column) -> Math.abs(column - 90 - row / 4) <= 1 || Math.abs(row - 150) <= 1));
        assertEquals(Kind.SCRATCHES, finding.kind());
        Scratches scratches = (Scratches) finding.degradation();
        assertEquals(SIZE, scratches.where().size());
        assertTrue(scratches.tone() > 0.8, "tone " + scratches.tone());
        assertEquals(1, scratches.where().damage().at(150, 200));
        assertEquals(0, scratches.where().damage().at(60, 250));
    }

    @Test
    void manySpecksAreDust() {
        assertEquals(
                Kind.DUST,
                main(photo((row, column) -> row % 32 < 3 && column % 32 < 3)).kind());
    }

    @Test
    void nothingIsFoundOnASoundPhoto() {
        assertEquals(List.of(), diagnose(photo((_, _) -> false)).findings());
    }

    @Test
    void ofALargePhotoTheMaskHasThePhotosSize() {
        Photo large = photo(
                new Size(1283, 1027),
                (row, column) -> Math.abs(column - 500 - row / 4) <= 2 || Math.abs(row - 602) <= 2);
        Scratches scratches = (Scratches) main(large).degradation();
        assertEquals(large.size(), scratches.where().size());
        assertEquals(1, scratches.where().damage().at(602, 200));
    }

    private static Finding main(Photo photo) {
        return diagnose(photo).main().orElseThrow();
    }

    private static Diagnosis diagnose(Photo photo) {
        return DIAGNOSTICIAN.diagnose(photo);
    }

    /// Whether a pixel is lost.
    private interface Lost {
        boolean at(int row, int column);
    }

    /// Hills of light and dark with some grain.
    private static Photo photo(Lost lost) {
        return photo(SIZE, lost);
    }

    private static Photo photo(Size size, Lost lost) {
        Random random = new Random(3);
        return new Photo(List.of(Plane.of(size, (row, column) -> {
            double ground = 0.4 + 0.25 * Math.sin(row / 27.0) + 0.08 * Math.cos(column / 33.0);
            return (float) (lost.at(row, column) ? 0.95 : ground + 0.004 * random.nextGaussian());
        })));
    }
}
