package dev.tintype.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tintype.plan.Plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A plan as JSON:
///
/// ```json
/// {
///   "outside" : true,
///   "steps" : [ {
///     "stage" : "wiener",
///     "on" : true,
///     "options" : { "psf" : "motion:15:30", "noise" : "0.01" },
///     "reason" : "Motion blur, 15 px at 30 degrees, confidence 0.9"
///   } ]
/// }
/// ```
public final class PlanFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanFile() {}

    /// The plan as text, with a line break at its end.
    public static String text(Plan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("outside", plan.outside());
        ArrayNode steps = root.putArray("steps");
        for (Step step : plan.steps()) {
            ObjectNode node = steps.addObject();
            node.put("stage", step.stage());
            node.put("on", step.on());
            ObjectNode options = node.putObject("options");
            step.options().forEach(options::put);
            node.put("reason", step.reason());
        }
        return root.toPrettyString() + "\n";
    }

    /// The plan of a text.
    ///
    /// @throws IllegalArgumentException with one sentence that says what is wrong
    public static Plan parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the plan is no JSON: %s, line %d"
                            .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()),
                    e);
        }
        if (!root.path("steps").isArray()) {
            throw new IllegalArgumentException("the plan has no list of \"steps\"");
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode node : root.get("steps")) {
            steps.add(step(node, steps.size() + 1));
        }
        return new Plan(steps, root.path("outside").asBoolean(true));
    }

    private static Step step(JsonNode node, int number) {
        if (!node.path("stage").isTextual()) {
            throw new IllegalArgumentException("step %d of the plan names no \"stage\"".formatted(number));
        }
        Map<String, String> options = new LinkedHashMap<>();
        node.path("options")
                .properties()
                .forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
        return new Step(
                node.get("stage").asText(),
                node.path("on").asBoolean(true),
                options,
                node.path("reason").asText(""));
    }
}
