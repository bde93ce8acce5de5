package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Stage;
import dev.tintype.restore.StageKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every stage of the catalogue promises that fills what is lost, beyond [CatalogContractTest].
class FillContractTest {
    private static final Size SIZE = new Size(61, 47);

    private static Stream<StageKind> fills() {
        return Catalog.all().stream().filter(StageKind::needsMask);
    }

    @ParameterizedTest
    @MethodSource("fills")
    void changesOnlyWhatIsLost(StageKind kind) {
        Photo photo = Specimens.smooth(SIZE);
        Photo filled = Specimens.usual(kind, SIZE).apply(photo);
        Plane lost = Specimens.damage(SIZE, 1).damage();
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < SIZE.height(); row++) {
                for (int column = 0; column < SIZE.width(); column++) {
                    if (lost.at(row, column) == 0) {
                        assertEquals(
                                photo.planes().get(c).at(row, column),
                                filled.planes().get(c).at(row, column));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fills")
    void ignoresWhatTheLostSamplesShow(StageKind kind) {
        Plane lost = Specimens.damage(SIZE, 1).damage();
        Photo painted = Specimens.smooth(SIZE)
                .map(plane -> Plane.of(SIZE, (row, column) -> lost.at(row, column) > 0 ? 0.9f : plane.at(row, column)));
        Stage stage = Specimens.usual(kind, SIZE);
        Specimens.assertSame(stage.apply(Specimens.smooth(SIZE)), stage.apply(painted));
    }

    @ParameterizedTest
    @MethodSource("fills")
    void changesLessWhereItIsInDoubt(StageKind kind) {
        float before = at(Specimens.smooth(SIZE));
        float lost = at(Specimens.usual(kind, SIZE).apply(Specimens.smooth(SIZE)));
        float doubted =
                at(Specimens.with(kind, Map.of(), Specimens.damage(SIZE, 0.25f)).apply(Specimens.smooth(SIZE)));
        assertTrue(Math.abs(doubted - before) < 0.5 * Math.abs(lost - before), before + " " + doubted + " " + lost);
    }

    private static float at(Photo photo) {
        return photo.planes().getFirst().at(25, 45);
    }

    @ParameterizedTest
    @MethodSource("fills")
    void changesNothingWhereNothingOrEverythingIsLost(StageKind kind) {
        for (Size size : List.of(new Size(1, 1), new Size(3, 1), SIZE)) {
            for (float lost : new float[] {0, 1}) {
                Stage stage = Specimens.with(kind, Map.of(), Specimens.mask(size, lost));
                Specimens.assertSame(Specimens.smooth(size), stage.apply(Specimens.smooth(size)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fills")
    void refusesAMaskOfAnotherSize(StageKind kind) {
        Stage stage = Specimens.with(kind, Map.of(), Specimens.mask(new Size(3, 3), 1));
        String message = assertThrows(IllegalArgumentException.class, () -> stage.apply(Specimens.smooth(SIZE)))
                .getMessage();
        assertTrue(message.contains("mask"), message);
    }
}
