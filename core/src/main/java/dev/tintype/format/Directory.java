package dev.tintype.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A TIFF directory.
///
/// @param fields   by ascending tag, without pointers to other directories
/// @param children the directories it points to (EXIF, GPS, interoperability), by the tag of the pointer
public record Directory(List<Field> fields, Map<Integer, Directory> children) {
    public Directory {
        fields = fields.stream().sorted(Comparator.comparingInt(Field::tag)).toList();
        children = Map.copyOf(children);
    }

    public Optional<Field> field(int tag) {
        return fields.stream().filter(field -> field.tag() == tag).findFirst();
    }

    /// The directory that a pointer leads to.
    public Optional<Directory> child(int tag) {
        return Optional.ofNullable(children.get(tag));
    }

    /// The first value of a field as a number.
    public Optional<Double> number(int tag) {
        return field(tag).filter(field -> field.count() > 0).map(field -> field.number(0));
    }

    /// The directory with only the fields that pass; children are kept.
    public Directory only(Predicate<Field> wanted) {
        return new Directory(fields.stream().filter(wanted).toList(), children);
    }

    /// The directory with these fields too, in the place of fields with the same tags.
    public Directory with(List<Field> others) {
        List<Field> all = new ArrayList<>(others);
        fields.stream()
                .filter(field -> others.stream().noneMatch(other -> other.tag() == field.tag()))
                .forEach(all::add);
        return new Directory(all, children);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && children.isEmpty();
    }
}
