package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.train.evaluate.DiagnosisTrial.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {
    private static Finding found(Degradation degradation) {
        return new Finding(degradation, 0.8, Map.of());
    }

    private static final ConfusionTable TABLE = new ConfusionTable(List.of(
            new Verdict(1, Optional.of(new GaussianNoise(0.1)), List.of(found(new GaussianNoise(0.11))), 1),
            new Verdict(2, Optional.of(new GaussianNoise(0.1)), List.of(), 1),
            new Verdict(
                    3, Optional.of(new Defocus(3)), List.of(found(new GaussianNoise(0.1)), found(new Defocus(3))), 1),
            new Verdict(4, Optional.empty(), List.of(), 1)));

    @Test
    void countsTheSurestFindingOnly() {
        assertEquals(0.5, TABLE.right());
        assertEquals(0.5, TABLE.rightOfNoise());
        assertEquals(1, TABLE.right(Optional.empty()));
        assertEquals(0, TABLE.right(Optional.of(Kind.DEFOCUS)));
    }

    @Test
    void writesATableAndARowForEachPhoto() {
        assertTrue(TABLE.markdown().contains("4 photos. Main kind right: 50.0 %; of noise: 50.0 %"), TABLE::markdown);
        assertEquals(5, TABLE.csv().lines().count());
        assertTrue(TABLE.csv().contains("1,Gaussian noise,Gaussian noise,25.5000,28.0500,1.000,"), TABLE::csv);
    }
}
