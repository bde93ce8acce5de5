package dev.tintype.train.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// What was measured on one photo that one method restored.
///
/// @param input the folder that the damaged photo comes from
/// @param numbers those that the photo is large enough for
public record Row(String input, String method, String photo, Map<Measure, Double> numbers) {
    public Row {
        numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
    }

    /// One of the numbers.
    public OptionalDouble number(Measure measure) {
        Double number = numbers.get(measure);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
