package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.train.evaluate.DiagnosisTrial.Verdict;
import dev.tintype.train.synthesize.KnownDamage;
import dev.tintype.train.synthesize.TestPhotos;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTrialTest {
    @Test
    void makesTheSamePhotosOfEachKindAgain() {
        DiagnosisTrial trial = new DiagnosisTrial(new KnownDamage(TestPhotos.LIBRARY, 64), 17, 5);
        List<Verdict> first = trial.run();
        List<Verdict> second = trial.run();
        assertEquals(DiagnosisTrial.kinds(), first.stream().map(Verdict::kind).toList());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i).main(), second.get(i).main());
        }
    }
}
