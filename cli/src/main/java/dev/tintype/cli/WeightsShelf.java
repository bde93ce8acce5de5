package dev.tintype.cli;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.official.OfficialRestorer;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.stage.BaselineRestorer;
import dev.tintype.nn.stage.PresetRestorer;
import dev.tintype.nn.stage.Restorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folders with weights: those that come with Tintype, and those that the user imported or trained.
///
/// @param shipped  `weights` of the project
/// @param imported a folder of the user's, which a new version leaves alone
record WeightsShelf(Path shipped, Path imported) {
    /// What `restore` uses unless told otherwise.
    static final String STANDARD = "tintype-s";

    /// The shelf of the program that runs, as its launcher says.
    static WeightsShelf ofThisProgram() {
        Path home = Path.of(System.getProperty("tintype.home", "."));
        String data = System.getProperty("tintype.data");
        Path own =
                data == null ? Path.of(System.getProperty("user.home"), ".local", "share", "tintype") : Path.of(data);
        return new WeightsShelf(home.resolve("weights"), own.resolve("weights"));
    }

    /// The folder of the weights with a name; a path to a folder is a name as well.
    ///
    /// @throws UnusableWeightsException if there is none: nothing is ever restored with weights that are not there
    Path find(String name) {
        return folders(name)
                .findFirst()
                .orElseThrow(() -> new UnusableWeightsException(
                        "there are no weights '%s'; there are: %s".formatted(name, String.join(", ", names()))));
    }

    /// Whether there are weights of a name.
    boolean holds(String name) {
        return folders(name).findFirst().isPresent();
    }

    /// What restores with the weights of a folder, as `restore` does without options: ours, the released ones, or those
    /// to compare with.
    static Restorer restorer(Path folder) {
        if (OfficialWeights.areIn(folder)) {
            return new OfficialRestorer(new OfficialWeights(folder), false);
        }
        return BaselineRestorer.isIn(folder) ? BaselineRestorer.open(folder) : PresetRestorer.family(folder);
    }

    private Stream<Path> folders(String name) {
        return Stream.of(shipped.resolve(name), imported.resolve(name), Path.of(name))
                .filter(WeightsShelf::holdsWeights);
    }

    /// The folders with weights, shipped ones first.
    List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (Path shelf : List.of(shipped, imported)) {
            if (Files.isDirectory(shelf)) {
                try (Stream<Path> folders = Files.list(shelf)) {
                    folders.filter(WeightsShelf::holdsWeights).sorted().forEach(all::add);
                } catch (IOException e) {
                    throw new UnusableWeightsException("%s cannot be read: %s".formatted(shelf, e.getMessage()));
                }
            }
        }
        return all;
    }

    /// The folders with networks of others, to compare ours with.
    List<Path> ofOthers() {
        return all().stream()
                .filter(folder -> OfficialWeights.areIn(folder) || BaselineRestorer.isIn(folder))
                .toList();
    }

    /// The weights files of a folder, sorted by name.
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnusableWeightsException("%s cannot be read: %s".formatted(folder, e.getMessage()));
        }
    }

    private List<String> names() {
        List<String> names =
                all().stream().map(folder -> folder.getFileName().toString()).toList();
        return names.isEmpty() ? List.of("none") : names;
    }

    private static boolean holdsWeights(Path folder) {
        return Files.isDirectory(folder) && !files(folder).isEmpty();
    }
}
