package dev.tintype.train.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The means of one input as a table of HTML: each cell has the number, its interval, and both drawn on a line that all
/// methods share.
record MeansTable(Gallery gallery, String input) {
    private Scores scores() {
        return gallery.scores();
    }

    String html() {
        StringBuilder text = new StringBuilder("<div class=wide><table><thead><tr><th>Method<th>Photos");
        scores().measures()
                .forEach(
                        measure -> text.append("<th>").append(measure.heading()).append(arrow(measure)));
        text.append("</tr></thead><tbody>\n");
        Map<String, Map<Measure, Interval>> means = scores().means(input);
        List<String> methods = scores().methods();
        for (int i = 0; i < methods.size(); i++) {
            Map<Measure, Interval> mean = means.getOrDefault(methods.get(i), Map.of());
            int count = mean.values().stream().mapToInt(Interval::count).max().orElse(0);
            boolean truth = methods.get(i).equals(Method.TRUTH);
            text.append("<tr%s><th><i class=dot style=\"--colour:%s\"></i>%s%s<td>%d"
                    .formatted(
                            truth ? " class=truth" : "",
                            Html.colour(BarPlot.colour(i)),
                            Html.text(methods.get(i)),
                            gallery.isTold(input, methods.get(i)) ? "<small>told what is lost</small>" : "",
                            count));
            for (Measure measure : scores().measures()) {
                text.append(cell(measure, Optional.ofNullable(mean.get(measure)), means, truth));
            }
            text.append("</tr>\n");
        }
        return text.append("</tbody></table></div>\n").toString();
    }

    private static String arrow(Measure measure) {
        return switch (measure.better()) {
            case HIGHER -> " <span title=\"higher is better\">↑</span>";
            case LOWER -> " <span title=\"lower is better\">↓</span>";
        };
    }

    private static String cell(
            Measure measure, Optional<Interval> mean, Map<String, Map<Measure, Interval>> means, boolean truth) {
        if (mean.isEmpty()) {
            return "<td>–";
        }
        List<Interval> all = means.values().stream()
                .flatMap(some -> Optional.ofNullable(some.get(measure)).stream())
                .toList();
        Interval interval = mean.get();
        return "<td%s>%s%s%s"
                .formatted(
                        !truth && isBest(measure, interval, means) ? " class=best" : "",
                        measure.words(interval.mean()),
                        interval.count() == 1
                                ? ""
                                : "<small>%s – %s</small>"
                                        .formatted(measure.words(interval.low()), measure.words(interval.high())),
                        track(interval, all));
    }

    private static boolean isBest(Measure measure, Interval interval, Map<String, Map<Measure, Interval>> means) {
        OptionalDouble best = Scores.best(
                measure,
                means.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(Method.TRUTH))
                        .flatMap(entry -> Optional.ofNullable(entry.getValue().get(measure)).stream())
                        .mapToDouble(Interval::mean));
        return measure.compares()
                && best.isPresent()
                && measure.words(best.getAsDouble()).equals(measure.words(interval.mean()));
    }

    private static String track(Interval interval, List<Interval> all) {
        double low = all.stream().mapToDouble(Interval::low).min().orElseThrow();
        double high = all.stream().mapToDouble(Interval::high).max().orElseThrow();
        double range = Math.max(high - low, Double.MIN_NORMAL);
        return "<span class=track style=\"--from:%s;--to:%s;--at:%s\"></span>"
                .formatted(
                        Html.percent((interval.low() - low) / range),
                        Html.percent((interval.high() - low) / range),
                        Html.percent((interval.mean() - low) / range));
    }
}
