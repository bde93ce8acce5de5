package dev.tintype.train.compare;

import dev.tintype.measure.Metric.Better;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// All that was measured, by input, method and photo, in the order in which it was asked for.
///
/// @param sets what was measured on all photos of an input and a method at once
public record Scores(List<Row> rows, List<Row> sets) {
    public Scores {
        rows = List.copyOf(rows);
        sets = List.copyOf(sets);
    }

    List<String> inputs() {
        return distinct(Row::input);
    }

    List<String> methods() {
        return distinct(Row::method);
    }

    private List<String> distinct(Function<Row, String> name) {
        return rows.stream().map(name).distinct().toList();
    }

    /// Those that were measured at all.
    List<Measure> measures() {
        return Arrays.stream(Measure.values())
                .filter(measure -> Stream.concat(rows.stream(), sets.stream())
                        .anyMatch(row -> row.number(measure).isPresent()))
                .toList();
    }

    /// The mean of a measure over all photos of an input that a method restored, or what was measured on all at once.
    Optional<Interval> mean(String input, String method, Measure measure) {
        List<Double> numbers = Stream.concat(rows.stream(), sets.stream())
                .filter(row -> row.input().equals(input) && row.method().equals(method))
                .flatMapToDouble(row -> row.number(measure).stream())
                .boxed()
                .toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(Interval.of(numbers));
    }

    /// All means of an input, by method and measure.
    Map<String, Map<Measure, Interval>> means(String input) {
        Map<String, Map<Measure, Interval>> means = new LinkedHashMap<>();
        for (String method : methods()) {
            Map<Measure, Interval> some = new EnumMap<>(Measure.class);
            measures().forEach(measure -> mean(input, method, measure).ifPresent(mean -> some.put(measure, mean)));
            means.put(method, some);
        }
        return means;
    }

    /// The row of one restoration.
    Optional<Row> row(String input, String method, String photo) {
        return rows.stream()
                .filter(row -> row.input().equals(input)
                        && row.method().equals(method)
                        && row.photo().equals(photo))
                .findFirst();
    }

    /// The best of some numbers.
    static OptionalDouble best(Measure measure, DoubleStream numbers) {
        Comparator<Double> order = Comparator.naturalOrder();
        return numbers.boxed()
                .max(measure.better() == Better.HIGHER ? order : order.reversed())
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
