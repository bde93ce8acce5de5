package dev.tintype.cli;

import dev.tintype.train.compare.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Damaged photos and their truths: the pictures that have one name in two folders.
///
/// @param missing a sentence for each input that lacks photos of which there is a truth
record PhotoPairs(List<Pair> pairs, List<String> missing) {
    PhotoPairs {
        pairs = List.copyOf(pairs);
        missing = List.copyOf(missing);
    }

    /// Looks for them.
    ///
    /// @param masks a folder of masks under the same names; or the name of one that lies in the inputs
    /// @throws IllegalArgumentException with one sentence where there are none
    static PhotoPairs of(Path truth, List<Path> inputs, Optional<Path> masks) throws IOException {
        List<Path> photos;
        try (var files = Files.list(truth)) {
            photos = files.filter(file -> Files.isRegularFile(file) && PhotoArguments.isPicture(file))
                    .sorted()
                    .toList();
        }
        boolean within =
                masks.isPresent() && inputs.stream().anyMatch(input -> Files.isDirectory(input.resolve(masks.get())));
        if (masks.isPresent() && !within && !Files.isDirectory(masks.get())) {
            throw new IllegalArgumentException(
                    "there is no folder %s, neither here nor in an input".formatted(masks.get()));
        }
        List<Pair> pairs = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path input : inputs) {
            if (!names.add(name(input))) {
                throw new IllegalArgumentException("two inputs are named %s; rename one".formatted(name(input)));
            }
            Optional<Path> folder = masks.map(mask -> within ? input.resolve(mask) : mask);
            List<Path> there = photos.stream()
                    .filter(photo -> Files.isRegularFile(input.resolve(photo.getFileName())))
                    .toList();
            there.forEach(photo -> pairs.add(pair(input, photo, folder)));
            if (there.size() < photos.size()) {
                missing.add("%d of the %d photos in %s are not in %s"
                        .formatted(photos.size() - there.size(), photos.size(), truth, input));
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no picture in %s has the name of one in an input".formatted(truth));
        }
        return new PhotoPairs(pairs, missing);
    }

    private static Pair pair(Path input, Path photo, Optional<Path> masks) {
        String name = photo.getFileName().toString();
        return new Pair(
                name(input),
                name,
                photo,
                input.resolve(name),
                masks.map(folder -> folder.resolve(name)).filter(Files::isRegularFile));
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /// Whether it is known of every photo what is lost.
    boolean allMasked() {
        return pairs.stream().allMatch(pair -> pair.mask().isPresent());
    }
}
