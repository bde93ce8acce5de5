package dev.tintype.train.evaluate;

import dev.tintype.train.evaluate.FaceTrial.Row;
import dev.tintype.train.evaluate.FaceTrial.Version;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What a [FaceTrial] measured, as text.
///
/// @param rows of all portraits and strengths
public record FaceTable(List<Row> rows) {
    public FaceTable {
        rows = List.copyOf(rows);
    }

    /// A line for each strength: means inside the boxes, the median of how far points moved.
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| damage | portraits | aged | without faces | with faces | points, aged | without | with |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (Strength strength : Strength.values()) {
            line(text, strength.toString(), of(Optional.of(strength)));
        }
        line(text, "none", of(Optional.empty()));
        double seconds = rows.stream().mapToDouble(Row::seconds).average().orElse(0);
        text.append(String.format(
                Locale.ROOT,
                "%nPSNR (dB) / SSIM inside the boxes; points: median distance from those in the truth, %% of the"
                        + " eyes' distance.%nThe step for faces took %.2f s for each photo.%n",
                seconds));
        return text.toString();
    }

    private List<Row> of(Optional<Strength> strength) {
        return rows.stream().filter(row -> row.strength().equals(strength)).toList();
    }

    private static void line(StringBuilder text, String name, List<Row> rows) {
        if (!rows.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %s | %s |%n",
                    name,
                    rows.size(),
                    score(rows, Row::aged),
                    score(rows, Row::plain),
                    score(rows, Row::refined),
                    points(rows, Row::aged),
                    points(rows, Row::plain),
                    points(rows, Row::refined)));
        }
    }

    private static String score(List<Row> rows, Function<Row, Version> version) {
        double psnr = mean(rows, row -> version.apply(row).score().psnr());
        double ssim = mean(rows, row -> version.apply(row).score().ssim());
        return Double.isFinite(psnr) ? String.format(Locale.ROOT, "%.2f / %.3f", psnr, ssim) : "-";
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> number) {
        return rows.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    /// The median of those that were found, and how many were not.
    private static String points(List<Row> rows, Function<Row, Version> version) {
        double[] errors = rows.stream()
                .mapToDouble(row -> version.apply(row).error())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int lost = rows.size() - errors.length;
        String median = errors.length == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100 * median(errors));
        return lost == 0 ? median : "%s (%d lost)".formatted(median, lost);
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// A row for each portrait and strength, with what the step for faces said.
    public String csv() {
        StringBuilder text = new StringBuilder("portrait,damage,version,psnr,ssim,points,seconds,said\n");
        for (Row row : rows) {
            List<String> names = List.of("aged", "without", "with");
            List<Version> versions = Arrays.asList(row.aged(), row.plain(), row.refined());
            for (int i = 0; i < names.size(); i++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.3f,%.4f,%.4f,%.2f,\"%s\"%n",
                        row.portrait(),
                        row.strength().map(Strength::toString).orElse("none"),
                        names.get(i),
                        versions.get(i).score().psnr(),
                        versions.get(i).score().ssim(),
                        versions.get(i).error(),
                        row.seconds(),
                        row.said()));
            }
        }
        return text.toString();
    }
}
