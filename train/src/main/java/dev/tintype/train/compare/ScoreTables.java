package dev.tintype.train.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Scores as text: Markdown for people, CSV and JSON for programs.
record ScoreTables(Gallery gallery, List<String> failures) {
    private Scores scores() {
        return gallery.scores();
    }

    /// The means of each input with their intervals, all photos, and what failed.
    String markdown() {
        StringBuilder text = new StringBuilder(means()).append("\n## Photos\n\n");
        heading(text, "input | photo | method");
        for (Row row : scores().rows()) {
            text.append("| %s | %s | %s | ".formatted(cell(row.input()), cell(row.photo()), cell(row.method())))
                    .append(scores().measures().stream()
                            .map(measure -> row.number(measure).stream()
                                    .mapToObj(measure::words)
                                    .findFirst()
                                    .orElse("-"))
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        if (!failures.isEmpty()) {
            text.append("\n## Failed\n\n");
            failures.forEach(failure -> text.append("* ").append(failure).append('\n'));
        }
        return text.toString();
    }

    /// The means of each input with their intervals.
    String means() {
        StringBuilder text =
                new StringBuilder("Means over all photos, and in brackets the interval in which the mean lies"
                        + " with 95 % confidence (bootstrap).\n");
        for (String input : scores().inputs()) {
            text.append("\n## ").append(input).append("\n\n");
            heading(text, "method | photos");
            Map<String, Map<Measure, Interval>> means = scores().means(input);
            for (String method : scores().methods()) {
                Map<Measure, Interval> mean = means.getOrDefault(method, Map.of());
                int count =
                        mean.values().stream().mapToInt(Interval::count).max().orElse(0);
                text.append("| %s | %d | ".formatted(cell(told(input, method)), count))
                        .append(scores().measures().stream()
                                .map(measure -> Optional.ofNullable(mean.get(measure))
                                        .map(interval -> words(measure, interval))
                                        .orElse("-"))
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private void heading(StringBuilder text, String first) {
        String measures = scores().measures().stream().map(Measure::heading).collect(Collectors.joining(" | "));
        String line = "| %s | %s |\n".formatted(first, measures);
        text.append(line).append(line.replaceAll("[^|\n]+", "---"));
    }

    private static String words(Measure measure, Interval interval) {
        return interval.count() == 1
                ? measure.words(interval.mean())
                : "%s [%s, %s]"
                        .formatted(
                                measure.words(interval.mean()),
                                measure.words(interval.low()),
                                measure.words(interval.high()));
    }

    private String told(String input, String method) {
        return gallery.isTold(input, method) ? method + ", told what is lost" : method;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /// A line for each photo and method.
    String csv() {
        StringBuilder text = new StringBuilder("input,photo,method");
        scores().measures().forEach(measure -> text.append(',').append(measure.key()));
        for (Row row : scores().rows()) {
            text.append('\n').append(quoted(row.input(), row.photo(), row.method()));
            for (Measure measure : scores().measures()) {
                text.append(',');
                row.number(measure).ifPresent(number -> text.append(number(number)));
            }
        }
        return text.append('\n').toString();
    }

    /// A line for each mean.
    String meansCsv() {
        StringBuilder text = new StringBuilder("input,method,measure,photos,mean,low,high\n");
        for (String input : scores().inputs()) {
            scores().means(input)
                    .forEach((method, means) -> means.forEach((measure, mean) -> text.append(quoted(input, method))
                            .append(",%s,%d,%s,%s,%s%n"
                                    .formatted(
                                            measure.key(),
                                            mean.count(),
                                            number(mean.mean()),
                                            number(mean.low()),
                                            number(mean.high())))));
        }
        return text.toString();
    }

    private static String quoted(String... cells) {
        return List.of(cells).stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }

    /// All of it: `means`, `photos`, `failed`.
    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode means = root.putArray("means");
        for (String input : scores().inputs()) {
            scores().means(input).forEach((method, some) -> {
                ObjectNode node = means.addObject()
                        .put("input", input)
                        .put("method", method)
                        .put("told", gallery.isTold(input, method));
                some.forEach((measure, mean) -> node.putObject(measure.key())
                        .put("photos", mean.count())
                        .put("mean", mean.mean())
                        .put("low", mean.low())
                        .put("high", mean.high()));
            });
        }
        ArrayNode photos = root.putArray("photos");
        for (Row row : scores().rows()) {
            ObjectNode node = photos.addObject()
                    .put("input", row.input())
                    .put("photo", row.photo())
                    .put("method", row.method());
            row.numbers().forEach((measure, number) -> node.put(measure.key(), number));
        }
        ArrayNode failed = root.putArray("failed");
        failures.forEach(failed::add);
        return root.toPrettyString() + "\n";
    }
}
