package dev.tintype.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns what the user named, files, folders and patterns, into photos.
///
/// In folders and by patterns only pictures are taken that are not hidden; a file that is named is taken whatever its
/// name. Results of ours are passed over where they lie beside their photo, because shells expand `*.jpg` to them as
/// well, unless one is named alone.
/// Nothing is taken twice.
final class PhotoArguments {
    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "bmp", "gif", "pnm", "pbm", "pgm", "ppm",
            "pam");
    private static final Pattern PATTERN = Pattern.compile("[*?\\[{]");

    private final List<Found> found = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private PhotoArguments() {}

    /// Looks for photos.
    static PhotoArguments of(List<String> arguments) {
        PhotoArguments all = new PhotoArguments();
        for (String argument : arguments) {
            try {
                if (arguments.size() == 1 || !OutputNames.isOurs(Path.of(argument))) {
                    all.add(argument);
                }
            } catch (IOException | InvalidPathException e) {
                all.failures.add(Failure.of(argument, e));
            }
        }
        return all;
    }

    /// The photos, in the order of the arguments and sorted by name within each.
    List<Found> found() {
        return List.copyOf(found);
    }

    /// Arguments that stand for no photo.
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /// Whether a name ends like that of a picture.
    static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Whether there is a picture of this name, whatever its extension. Asked of every result in a folder, so the
    /// folder
    /// is not listed.
    static boolean isNamed(Path stem) {
        return EXTENSIONS.stream()
                .flatMap(extension -> Stream.of(extension, extension.toUpperCase(Locale.ROOT)))
                .anyMatch(extension -> Files.exists(stem.resolveSibling(stem.getFileName() + "." + extension)));
    }

    private void add(String argument) throws IOException {
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            addBelow(argument, path, Integer.MAX_VALUE, _ -> true);
        } else if (Files.exists(path)) {
            take(path, path.getFileName());
        } else if (PATTERN.matcher(argument).find()) {
            addMatches(argument);
        } else {
            failures.add(new Failure(argument, "there is no such file; check the name"));
        }
    }

    private void addMatches(String pattern) throws IOException {
        MatchResult special = PATTERN.matcher(pattern).results().findFirst().orElseThrow();
        int start = pattern.lastIndexOf('/', special.start()) + 1;
        String rest = pattern.substring(start);
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        int depth = rest.contains("**") ? Integer.MAX_VALUE : Path.of(rest).getNameCount();
        addBelow(pattern, Path.of(pattern.substring(0, start)), depth, matcher::matches);
    }

    private void addBelow(String argument, Path top, int depth, Predicate<Path> matches) throws IOException {
        boolean none = true;
        for (Path file : picturesBelow(top, depth)) {
            Path below = top.toString().isEmpty() ? file : top.relativize(file);
            if (matches.test(below)) {
                take(file, below);
                none = false;
            }
        }
        if (none) {
            failures.add(new Failure(argument, "there are no photos here"));
        }
    }

    private void take(Path file, Path below) throws IOException {
        if (seen.add(file.toRealPath())) {
            found.add(new Found(file, below));
        }
    }

    private List<Path> picturesBelow(Path top, int depth) throws IOException {
        List<Path> pictures = new ArrayList<>();
        Files.walkFileTree(top, Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isHidden(folder) && !folder.equals(top)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isPicture(file) && !isHidden(file) && !OutputNames.isOurs(file) && Files.isRegularFile(file)) {
                    pictures.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                failures.add(Failure.of(file.toString(), failure));
                return FileVisitResult.CONTINUE;
            }
        });
        pictures.sort(null);
        return pictures;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    /// A photo to restore.
    ///
    /// @param file  where it is
    /// @param below its path below the folder that the user named; only its name if the user named the photo itself
    record Found(Path file, Path below) {}
}
