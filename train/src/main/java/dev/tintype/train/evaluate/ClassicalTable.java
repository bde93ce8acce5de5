package dev.tintype.train.evaluate;

import dev.tintype.plan.Plan;
import dev.tintype.train.evaluate.ClassicalTrial.Alone;
import dev.tintype.train.evaluate.ClassicalTrial.Row;
import dev.tintype.train.evaluate.Evaluation.Score;
import dev.tintype.train.evaluate.Peers.Peer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What our stages make of a benchmark beside what others made of it.
public record ClassicalTable(List<Row> rows) {
    private static final double CLOSE = 0.3; // dB by which a result may miss the best of the others
    private static final double MOST = 100; // dB of a picture that is nearly the truth, so that means stay finite

    public ClassicalTable {
        rows = List.copyOf(rows);
    }

    /// The table as Markdown, a second one for blurred pictures, and the shares that matter.
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                | picture | damaged | best of others | known | blind | blind plan |
                |---|---|---|---|---|---|
                """);
        rows.forEach(row -> text.append(line(
                row.picture().name(),
                words(row.before()),
                peer(row, "").map(ClassicalTable::words).orElse("-"),
                words(row.known().score()),
                words(row.blind().score()),
                words(row.blind().plan()))));
        means(text, "mean of those that others tried", row -> peer(row, "").isPresent());
        means(text, "mean of all", _ -> true);
        deblurring(text);
        verdict(text);
        return text.toString();
    }

    private void means(StringBuilder text, String name, Predicate<Row> which) {
        List<Row> some = rows.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        boolean tried = some.stream().allMatch(row -> peer(row, "").isPresent());
        text.append(line(
                name,
                words(mean(some, Row::before)),
                tried ? words(mean(some, row -> peer(row, "").orElseThrow().score())) : "-",
                words(mean(some, row -> row.known().score())),
                words(mean(some, row -> row.blind().score())),
                ""));
    }

    private void deblurring(StringBuilder text) {
        if (rows.stream().noneMatch(row -> row.alone().isPresent())) {
            return;
        }
        text.append("""

                | known blur, dB | others' Wiener | Wiener | others' hyper-Laplacian | hyper-Laplacian | as planned |
                |---|---|---|---|---|---|
                """);
        for (Row row : rows) {
            row.alone().ifPresent(alone -> text.append(deblurring(row, alone)));
        }
    }

    private static String deblurring(Row row, Alone alone) {
        return line(
                row.picture().name(),
                peer(row, "wiener").map(peer -> decibels(peer.score())).orElse("-"),
                decibels(alone.wiener()),
                peer(row, "hyperlap").map(peer -> decibels(peer.score())).orElse("-"),
                decibels(alone.hyperLaplacian()),
                decibels(row.known().score()));
    }

    private void verdict(StringBuilder text) {
        List<Row> tried = rows.stream().filter(row -> peer(row, "").isPresent()).toList();
        text.append(String.format(
                Locale.ROOT,
                "%n%d pictures, %d of which others tried. Within %.1f dB of the best of them, or above: known %d, blind %d.%n",
                rows.size(),
                tried.size(),
                CLOSE,
                tried.stream()
                        .filter(row -> ahead(row, row.known().score()) >= -CLOSE)
                        .count(),
                tried.stream()
                        .filter(row -> ahead(row, row.blind().score()) >= -CLOSE)
                        .count()));
    }

    /// A row for each picture.
    public String csv() {
        StringBuilder text = new StringBuilder(
                "picture,damaged_psnr,damaged_ssim,peer,peer_psnr,peer_ssim,"
                        + "known_psnr,known_ssim,blind_psnr,blind_ssim,hyper_laplacian_psnr,wiener_psnr,known_plan,blind_plan\n");
        for (Row row : rows) {
            text.append(String.join(
                            ",",
                            row.picture().name(),
                            numbers(row.before()),
                            peer(row, "")
                                    .map(peer -> peer.method() + "," + numbers(peer.score()))
                                    .orElse(",,"),
                            numbers(row.known().score()),
                            numbers(row.blind().score()),
                            row.alone()
                                    .map(alone -> decibels(alone.hyperLaplacian()) + "," + decibels(alone.wiener()))
                                    .orElse(","),
                            "\"" + words(row.known().plan()) + "\"",
                            "\"" + words(row.blind().plan()) + "\""))
                    .append('\n');
        }
        return text.toString();
    }

    private static Optional<Peer> peer(Row row, String method) {
        return row.picture().peers().best(method);
    }

    private static double ahead(Row row, Score score) {
        return score.psnr() - peer(row, "").orElseThrow().score().psnr();
    }

    private static Score mean(List<Row> rows, Function<Row, Score> score) {
        return new Score(
                average(rows, (ToDoubleFunction<Row>)
                        row -> Math.min(MOST, score.apply(row).psnr())),
                average(rows, row -> score.apply(row).ssim()));
    }

    private static double average(List<Row> rows, ToDoubleFunction<Row> number) {
        return rows.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String words(Peer peer) {
        return words(peer.score()) + " " + peer.method().replace('|', ' ').replace('_', ' ');
    }

    private static String words(Score score) {
        return String.format(Locale.ROOT, "%.2f / %.3f", score.psnr(), score.ssim());
    }

    private static String words(Plan plan) {
        return plan.steps().stream()
                .filter(Plan.Step::on)
                .map(step -> step.options().values().stream()
                        .collect(Collectors.joining(" ", step.stage() + " ", ""))
                        .strip())
                .collect(Collectors.joining(", "));
    }

    private static String decibels(Score score) {
        return String.format(Locale.ROOT, "%.2f", score.psnr());
    }

    private static String numbers(Score score) {
        return String.format(Locale.ROOT, "%.3f,%.4f", score.psnr(), score.ssim());
    }
}
