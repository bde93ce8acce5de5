package dev.tintype.restore;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Mask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A stage that a plan can name: what it is called, what can be set, and how it is made from text.
///
/// @param name such as `non-local-means`
/// @param type the record, whose components are a [Mask], a [Psf] or have a [Setting]
/// @param summary what it does, in a few words
/// @param source authors and year of the paper
public record StageKind(String name, Class<? extends Stage> type, String summary, String source) {

    /// A kind whose name is that of its record.
    public static StageKind of(Class<? extends Stage> type, String summary, String source) {
        String name =
                type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new StageKind(name, type, summary, source);
    }

    /// What can be set.
    ///
    /// @param values what it may be, in words
    /// @param usual what it is where nobody says otherwise; empty where it must be said
    public record Option(String name, String text, String values, String usual) {}

    /// All that can be set, in the order of the record.
    public List<Option> options() {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Mask.class)
                .map(StageKind::option)
                .toList();
    }

    /// Whether it must be told what is lost.
    public boolean needsMask() {
        return Arrays.stream(type.getRecordComponents()).anyMatch(component -> component.getType() == Mask.class);
    }

    private static Option option(RecordComponent component) {
        Optional<Setting> setting = Optional.ofNullable(component.getAnnotation(Setting.class));
        String text = setting.map(Setting::value).orElse("how a point was blurred");
        String usual = setting.map(Setting::usual).orElse("");
        return new Option(component.getName(), text, values(component, setting), usual);
    }

    private static String values(RecordComponent component, Optional<Setting> setting) {
        Class<?> kind = component.getType();
        if (kind == Psf.class) {
            return Psf.FORMS;
        }
        if (kind.isEnum()) {
            return Arrays.stream(kind.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
        if (kind == boolean.class) {
            return "true, false";
        }
        double most = setting.map(Setting::most).orElse(Double.MAX_VALUE);
        String least = number(setting.map(Setting::least).orElse(0.0));
        return most == Double.MAX_VALUE ? "from " + least : least + " to " + number(most);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// A stage of this kind.
    ///
    /// @param options text by name; those that are missing are as usual
    /// @param mask what is lost, of the photo's size, for stages that need it
    /// @throws IllegalArgumentException with one sentence where an option is unknown, missing or out of range
    public Stage make(Map<String, String> options, Optional<Mask> mask) {
        refuseUnknown(options);
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == Mask.class
                        ? mask.orElseThrow(() -> new IllegalArgumentException(
                                "stage %s must be told what is lost: give it a mask".formatted(name)))
                        : value(component, options))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "stage %s: %s".formatted(name, e.getTargetException().getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("stage %s cannot be made".formatted(name), e);
        }
    }

    private void refuseUnknown(Map<String, String> options) {
        List<String> known = options().stream().map(Option::name).toList();
        for (String given : options.keySet()) {
            if (!known.contains(given)) {
                throw new IllegalArgumentException("stage %s has no option '%s'; it has %s"
                        .formatted(name, given, known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
    }

    private Object value(RecordComponent component, Map<String, String> options) {
        Option option = option(component);
        String text = options.getOrDefault(option.name(), option.usual());
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "stage %s needs %s=%s (%s)".formatted(name, option.name(), option.values(), option.text()));
        }
        try {
            return parsed(component, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "stage %s: %s may be %s; it was %s".formatted(name, option.name(), option.values(), text), e);
        }
    }

    private static Object parsed(RecordComponent component, String text) {
        Class<?> kind = component.getType();
        if (kind == Psf.class) {
            return Psf.parse(text);
        }
        if (kind.isEnum()) {
            return Arrays.stream(kind.getEnumConstants())
                    .filter(value -> value.toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        if (kind == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        }
        double number = Double.parseDouble(text);
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null || !(number >= setting.least() && number <= setting.most())) {
            throw new IllegalArgumentException(text);
        }
        return kind == int.class ? (Object) Integer.valueOf(text) : (Object) number;
    }
}
