package dev.tintype.diagnose;

import dev.tintype.damage.Degradation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One thing that is wrong with a photo.
///
/// @param degradation what it is, with its parameters
/// @param confidence 0 it is not there to 1 it surely is
/// @param numbers what this rests on, by name
public record Finding(Degradation degradation, double confidence, Map<String, Double> numbers) {
    public Finding {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /// Which kind of damage it is.
    public Kind kind() {
        return Kind.of(degradation);
    }

    /// Such as "Motion blur, 15 px at 30 degrees, confidence 0.9".
    public String sentence() {
        return String.format(Locale.ROOT, "%s, confidence %.2f", Wording.of(degradation), confidence);
    }

    /// The same with another confidence.
    Finding with(double other) {
        return new Finding(degradation, other, numbers);
    }
}
