package dev.tintype.web.retouch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.web.store.StoredPhoto;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a list of steps means, and into which pieces it is cut.
class HistoryTest {
    private static final Size SIZE = new Size(3000, 200);
    private static final StoredPhoto PHOTO =
            new StoredPhoto(new UUID(0, 1), OffsetDateTime.MIN, "", "a.png", 0, SIZE, Optional.empty());
    private static final Edit LINE =
            new Edit.Stroke(Edit.Tool.LINE, 10, 0, List.of(new Point(5, 100), new Point(2990, 100)));
    private static final Edit SPOT = new Edit.Stroke(Edit.Tool.BRUSH, 10, 0, List.of(new Point(50, 100)));
    private static final Edit HEAL = new Edit.Heal(Edit.Method.DIFFUSION);

    @Test
    void aHealEmptiesTheMaskAlsoWhereItIsSwitchedOff() {
        StoredStep line = on(LINE);
        StoredStep spot = on(SPOT);
        History history = History.of(List.of(line, off(HEAL), spot, on(HEAL), line));
        assertEquals(List.of(new History.Act(HEAL, List.of(spot))), history.acts());
        assertEquals(List.of(line), history.mask());
    }

    @Test
    void whatIsLoadedTakesThePlaceOfWhatWasPaintedAndWhatIsUndoneDoesNotCount() {
        StoredStep load = on(new Edit.Load(true));
        StoredStep spot = on(SPOT);
        StoredStep undone = new StoredStep(UUID.randomUUID(), true, true, HEAL);
        History history = History.of(List.of(on(LINE), load, off(LINE), spot, undone));
        assertEquals(List.of(), history.acts());
        assertEquals(List.of(load, spot), history.mask());
    }

    @Test
    void aLongScratchIsCutIntoPiecesThatCoverIt() {
        List<Piece> pieces = pieces(List.of(on(LINE), on(HEAL))).getFirst();
        assertEquals(3, pieces.size());
        int covered = 0;
        for (Piece piece : pieces) {
            Region core = piece.core();
            assertTrue(core.size().width() <= 1024);
            covered += core.size().width();
        }
        assertEquals(3000, covered, "from 5 - 5 to 2990 + 5, with a frame as far as the photo goes");
    }

    @Test
    void aPieceHasAnotherNameOnceSomethingChangesWhereItLooks() {
        List<List<Piece>> before = pieces(List.of(on(SPOT), on(HEAL), on(LINE), on(HEAL)));
        List<List<Piece>> after = pieces(List.of(on(SPOT), off(HEAL), on(LINE), on(HEAL)));
        assertNotEquals(before.get(1).get(0).key(), after.get(0).get(0).key());
        assertEquals(before.get(1).get(1).key(), after.get(0).get(1).key());
    }

    private static List<List<Piece>> pieces(List<StoredStep> steps) {
        return new Pieces(
                        PHOTO,
                        "original",
                        (photo, mask) -> MaskPainting.reach(mask, photo.size())
                                .map(region -> new MaskPart(region, MaskPainting.of(mask, region, 1, _ -> {
                                    throw new IllegalStateException("nothing is loaded");
                                }))))
                .of(History.of(steps).acts()).stream().map(Pieces.Cut::pieces).toList();
    }

    private static StoredStep on(Edit edit) {
        return new StoredStep(UUID.randomUUID(), true, false, edit);
    }

    private static StoredStep off(Edit edit) {
        return new StoredStep(UUID.randomUUID(), false, false, edit);
    }
}
