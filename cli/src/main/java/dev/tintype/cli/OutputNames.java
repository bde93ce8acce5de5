package dev.tintype.cli;

import dev.tintype.cli.PhotoArguments.Found;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where results go: `NAME-restored.EXT` beside the photo, or in the output folder with the tree of the named folder;
/// or exactly where the user said.
final class OutputNames {
    private static final Pattern OURS = Pattern.compile("(.+)-restored\\.[A-Za-z0-9]+");

    private final List<Job> jobs = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    private OutputNames() {}

    /// Names the result of each photo.
    ///
    /// @param output a file for one photo, a folder for any number
    static OutputNames of(List<Found> photos, Optional<Path> output) {
        OutputNames names = new OutputNames();
        Map<Path, Path> taken = new LinkedHashMap<>();
        for (Found photo : photos) {
            Path result = output.map(path -> isFile(path) ? path : path.resolve(restored(photo.below())))
                    .orElseGet(() -> restored(photo.file()));
            Path other = taken.putIfAbsent(result.toAbsolutePath().normalize(), photo.file());
            if (other == null) {
                names.jobs.add(new Job(photo.file(), result));
            } else {
                names.failures.add(new Failure(
                        photo.file().toString(),
                        "its result would be %s, as that of %s; rename one of them".formatted(result, other)));
            }
        }
        names.refuseInputs(photos);
        return names;
    }

    /// What to do.
    List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /// Photos that cannot have a result.
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /// Whether a file is named like a result and lies beside the photo that it would be the result of.
    static boolean isOurs(Path file) {
        if (file.getFileName() == null) {
            return false;
        }
        Matcher ours = OURS.matcher(file.getFileName().toString());
        return ours.matches() && PhotoArguments.isNamed(file.resolveSibling(ours.group(1)));
    }

    /// Whether an output that the user named means a file, not a folder.
    static boolean isFile(Path output) {
        return !Files.isDirectory(output) && PhotoArguments.isPicture(output);
    }

    private static Path restored(Path photo) {
        String name = photo.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return photo.resolveSibling(stem + "-restored." + PhotoWriter.extensionFor(photo));
    }

    private void refuseInputs(List<Found> photos) {
        Set<Path> inputs = new HashSet<>();
        photos.forEach(photo -> realPath(photo.file()).ifPresent(inputs::add));
        jobs.removeIf(job -> {
            boolean input = realPath(job.result()).filter(inputs::contains).isPresent();
            if (input) {
                failures.add(new Failure(
                        job.photo().toString(),
                        "its result would replace the photo %s; name another output".formatted(job.result())));
            }
            return input;
        });
    }

    private static Optional<Path> realPath(Path file) {
        try {
            return Files.exists(file) ? Optional.of(file.toRealPath()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // then reading or writing will say what is wrong
        }
    }

    /// One photo and where its result goes.
    record Job(Path photo, Path result) {
        /// Where the report goes.
        Path report() {
            String name = result.getFileName().toString();
            return result.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
        }
    }
}
