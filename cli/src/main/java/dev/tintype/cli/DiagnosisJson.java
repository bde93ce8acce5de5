package dev.tintype.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tintype.damage.Degradation;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import dev.tintype.photo.Size;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Locale;

/// Diagnoses as JSON: a list with an object for each photo.
final class DiagnosisJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ArrayNode root = MAPPER.createArrayNode();

    void add(Path photo, Size size, Diagnosis diagnosis, double seconds) {
        ObjectNode node = root.addObject();
        node.put("photo", photo.toString());
        node.put("width", size.width());
        node.put("height", size.height());
        node.put("colours", diagnosis.toning().name().toLowerCase(Locale.ROOT));
        ArrayNode findings = node.putArray("findings");
        diagnosis.findings().forEach(finding -> write(finding, findings.addObject()));
        node.put("seconds", rounded(seconds));
    }

    /// All of them, with a line break at the end.
    String text() {
        return root.toPrettyString() + "\n";
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.put("sentence", finding.sentence());
        node.put("confidence", rounded(finding.confidence()));
        parameters(finding.degradation(), node.putObject("parameters"));
        ObjectNode numbers = node.putObject("numbers");
        finding.numbers().forEach((name, number) -> put(numbers, name, number));
    }

    /// The components of a record that are numbers or yes and no; those of a record in it by both names.
    private static void parameters(Record record, ObjectNode node) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("%s cannot be read".formatted(component), e);
            }
            switch (value) {
                case Number number -> put(node, component.getName(), number.doubleValue());
                case Boolean yes -> node.put(component.getName(), yes);
                case Degradation.Cast cast -> parameters(cast, node.putObject(component.getName()));
                default -> {} // a mask is drawn
            }
        }
    }

    private static void parameters(Degradation degradation, ObjectNode node) {
        parameters((Record) degradation, node);
    }

    private static void put(ObjectNode node, String name, double number) {
        if (Double.isFinite(number)) {
            node.put(name, rounded(number));
        }
    }

    private static double rounded(double number) {
        return Math.round(number * 1e5) / 1e5;
    }
}
