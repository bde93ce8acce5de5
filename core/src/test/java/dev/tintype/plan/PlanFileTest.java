package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.plan.Plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFileTest {
    @Test
    void comesBackAsItWas() {
        Plan plan = new Plan(
                List.of(
                        new Step("wiener", true, Map.of("psf", "motion:9:0"), "\"quoted\" and\nbroken"),
                        new Step("pull-push", false, Map.of(), "")),
                false);
        assertEquals(plan, PlanFile.parse(PlanFile.text(plan)));
        assertEquals(new Plan(List.of(), true), PlanFile.parse("{\"steps\":[]}"));
    }

    @Test
    void takesNumbersAsAPersonWritesThem() {
        Plan plan = PlanFile.parse("{\"steps\":[{\"stage\":\"a\",\"options\":{\"noise\":0.5,\"fast\":true}}]}");
        assertEquals(
                Map.of("noise", "0.5", "fast", "true"), plan.steps().getFirst().options());
    }

    @Test
    void saysWhatIsWrong() {
        assertTrue(message("{").startsWith("the plan is no JSON"), message("{"));
        assertEquals("the plan has no list of \"steps\"", message("{}"));
        assertEquals("step 1 of the plan names no \"stage\"", message("{\"steps\":[{}]}"));
    }

    private static String message(String text) {
        return assertThrows(IllegalArgumentException.class, () -> PlanFile.parse(text))
                .getMessage();
    }
}
