package dev.tintype.cli;

import java.util.HashSet;
import java.util.Set;

/// Names for what is written of photos, none of them twice.
final class StemNames {
    private final Set<String> taken = new HashSet<>();

    StemNames() {}

    /// The path of a photo below the folder that the user named, without extension; where another photo has that
    /// already, a number follows.
    String of(PhotoArguments.Found found) {
        String stem = found.below().toString().replaceFirst("\\.[^./\\\\]*$", "");
        String name = stem;
        for (int i = 2; !taken.add(name); i++) {
            name = stem + "-" + i;
        }
        return name;
    }
}
