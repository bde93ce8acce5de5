package dev.tintype.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How strongly the faces of a photo are to be refined.
///
/// @param strength of all faces, 0 not at all to 1; nothing: each as much as it needs
/// @param single strength of a face by its number, counted from 1 and from left to right
public record FaceWish(Optional<Double> strength, Map<Integer, Double> single) {
    /// Each face as much as it needs.
    public static final FaceWish AUTO = new FaceWish(Optional.empty(), Map.of());

    /// Name of the option that is for all faces.
    public static final String STRENGTH = "strength";

    private static final String USUAL = "auto";

    public FaceWish {
        strength.ifPresent(FaceWish::require);
        single.values().forEach(FaceWish::require);
        single = Collections.unmodifiableMap(new TreeMap<>(single));
    }

    private static void require(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("faces are refined by 0 to 1, not by " + strength);
        }
    }

    /// What is wished for one face.
    ///
    /// @param number from 1
    public Optional<Double> of(int number) {
        return Optional.ofNullable(single.get(number)).or(() -> strength);
    }

    /// As options of a step: `strength` is `auto` or a number, `3` the strength of the third face.
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put(STRENGTH, strength.map(number -> Double.toString(number)).orElse(USUAL));
        single.forEach((number, wished) -> options.put(Integer.toString(number), Double.toString(wished)));
        return options;
    }

    /// The wish that a step's options say.
    ///
    /// @throws IllegalArgumentException with one sentence where they say something else
    public static FaceWish of(Map<String, String> options) {
        Optional<Double> strength = Optional.empty();
        Map<Integer, Double> single = new TreeMap<>();
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (!option.getKey().equals(STRENGTH)) {
                single.put(number(option.getKey()), strength(option.getValue()));
            } else if (!option.getValue().equals(USUAL)) {
                strength = Optional.of(strength(option.getValue()));
            }
        }
        return new FaceWish(strength, single);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "step faces has the options strength and the number of a face, not '%s'".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static double strength(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("faces are refined by 0 to 1, not by '%s'".formatted(text), e);
        }
    }
}
