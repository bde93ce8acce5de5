package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaceWishTest {
    @Test
    void goesThereAndBackAsText() {
        for (FaceWish wish : new FaceWish[] {
            FaceWish.AUTO,
            new FaceWish(Optional.of(0.4), Map.of()),
            new FaceWish(Optional.empty(), Map.of(2, 0.0, 17, 1.0))
        }) {
            assertEquals(wish, FaceWish.of(wish.options()));
        }
        assertEquals(FaceWish.AUTO, FaceWish.of(Map.of()));
    }

    @Test
    void whatIsSaidOfOneFaceGoesBeforeWhatIsSaidOfAll() {
        FaceWish wish = new FaceWish(Optional.of(0.4), Map.of(2, 0.9));
        assertEquals(Optional.of(0.9), wish.of(2));
        assertEquals(Optional.of(0.4), wish.of(1));
        assertEquals(Optional.empty(), FaceWish.AUTO.of(1));
    }

    @Test
    void refusesWhatIsNoStrengthAndNoFace() {
        for (Map<String, String> options : List.of(
                Map.of("strength", "2"),
                Map.of("strength", "much"),
                Map.of("0", "1"),
                Map.of("eyes", "1"),
                Map.of("3", "NaN"))) {
            assertThrows(IllegalArgumentException.class, () -> FaceWish.of(options));
        }
    }
}
