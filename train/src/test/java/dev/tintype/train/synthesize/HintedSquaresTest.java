package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.train.synthesize.Ageing.Mix;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintedSquaresTest {
    private static final int SIDE = 64;
    private static final ScratchDetector FIRST = new ScratchDetector(
            ScratchNet.of(
                    new FreshParameters(4, Map.of()),
                    new ScratchNet.Plan(4, false, 1, List.of(new ScratchNet.Scale(8, 1, 1)))),
            Optional.empty());

    @TempDir
    private Path colour = Path.of(".");

    @TempDir
    private Path grey = Path.of(".");

    private HintedSquares squares(Mix mix) {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), mix);
        return new HintedSquares(ageing, FIRST, new KeptPictures(mix.grey() ? grey : colour, 2));
    }

    @Test
    void isToldWhatTheFirstLookFoundThereHoweverItIsTurned() {
        for (int seed = 0; seed < 12; seed++) {
            HintedSquare square =
                    squares(new Mix(0, 1, 0, 0, 0, 0, seed % 2 == 0)).sample(SIDE, seed);
            List<Plane> hints = FIRST.hints(Samples.of(square.aged(), Depth.BITS_8));
            assertEquals(mean(hints.getFirst()), mean(square.hints().getFirst()), 0.02);
        }
    }

    @Test
    void marksThatAreHardlySeenCountLittle() {
        int lost = 0;
        int faint = 0;
        for (int seed = 0; seed < 12; seed++) {
            HintedSquare square = squares(new Mix(0, 1, 0, 0, 0, 0, false)).sample(SIDE, seed);
            for (int i = 0; i < SIDE * SIDE; i++) {
                float damage = square.damage().damage().at(i / SIDE, i % SIDE);
                float weight = square.weight().damage().at(i / SIDE, i % SIDE);
                assertTrue(damage == 1 || weight == 1, "what is sound counts in full");
                lost += damage == 1 ? 1 : 0;
                faint += damage == 1 && weight < 1 ? 1 : 0;
            }
        }
        assertTrue(faint > 0 && faint < lost, faint + " of " + lost);
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (float value : plane.toArray()) {
            sum += value;
        }
        return sum / plane.size().area();
    }
}
