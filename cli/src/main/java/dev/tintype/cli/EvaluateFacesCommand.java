package dev.tintype.cli;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Networks;
import dev.tintype.nn.stage.PresetRestorer;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import dev.tintype.plan.Preset;
import dev.tintype.train.evaluate.FaceSearch;
import dev.tintype.train.evaluate.FaceTable;
import dev.tintype.train.evaluate.FaceTrial;
import dev.tintype.train.evaluate.FaceTrial.Row;
import dev.tintype.train.fit.Sheet;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.Crowd.Group;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.PortraitAgeing;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import dev.tintype.train.synthesize.Portraits;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tintype evaluate-faces --photos DIR`.
@Command(
        name = "evaluate-faces",
        description =
                "Age portraits by a seed, restore them with and without the step for faces, and measure inside the"
                        + " boxes of the faces; search faces in portraits and in crowds that are composed of them.",
        sortOptions = false)
final class EvaluateFacesCommand implements Callable<Integer> {
    private static final double SMALLEST = 9.6; // pixels between the eyes of a face that is 24 pixels wide

    @Spec
    private CommandSpec spec;

    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Portraits of one face each.")
    private List<Path> photos;

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description = "Where the faces are, as for 'train face'. Default: where passport photos have them")
    private Optional<Path> points = Optional.empty();

    @Option(
            names = "--backgrounds",
            paramLabel = "DIR",
            description = "Photos without people, before which crowds are set; repeatable. Without them: no crowds.")
    private List<Path> backgrounds = List.of();

    @Option(names = "--crowds", defaultValue = "20", description = "How many. Default: ${DEFAULT-VALUE}")
    private int crowds;

    @Option(names = "--side", defaultValue = "384", description = "Of a crowd, pixels. Default: ${DEFAULT-VALUE}")
    private int side;

    @Option(names = "--count", description = "Restore this many of the portraits only.")
    private int count = Integer.MAX_VALUE;

    @Option(names = "--search-only", description = "Search faces, restore nothing.")
    private boolean searchOnly;

    @Option(names = "--seed", defaultValue = "1", description = "Makes other damage. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--face-detector", paramLabel = "FILE", description = "Search with this ONNX file, as for restore.")
    private Optional<Path> detector = Optional.empty();

    @Option(names = "--weights", paramLabel = "NAME", description = "As for restore (${DEFAULT-VALUE}).")
    private String weights = WeightsShelf.STANDARD;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Where faces.md, faces.csv and a sheet for each strength go: aged, without, with, truth.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Path folder = WeightsShelf.ofThisProgram().find(weights);
        Faces.lack(folder).ifPresent(lack -> {
            throw new UnusableWeightsException(lack);
        });
        Portraits portraits = Portraits.read(photos, points);
        portraits.skipped().forEach(line -> spec.commandLine().getErr().println(line));
        Files.createDirectories(output);
        String text = searched(Faces.open(folder, detector), portraits);
        if (!searchOnly) {
            text += "\n" + restored(folder, portraits);
        }
        Files.writeString(output.resolve("faces.md"), text);
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return 0;
    }

    private String searched(Faces faces, Portraits portraits) throws IOException {
        StringBuilder text = new StringBuilder(FaceSearch.head());
        FaceSearch sound = new FaceSearch(faces);
        for (Portrait portrait : portraits.portraits()) {
            sound.search(portrait.photo().photo(), List.of(portrait.points()), List.of());
        }
        text.append(sound.line("portraits"));
        for (Strength strength : Strength.values()) {
            FaceSearch aged = new FaceSearch(faces);
            for (int i = 0; i < portraits.portraits().size(); i++) {
                Portrait portrait = portraits.portraits().get(i);
                Photo photo = PortraitAgeing.sample(portrait.photo().photo(), strength, seed + i)
                        .aged();
                aged.search(photo, List.of(portrait.points()), List.of());
            }
            text.append(aged.line("portraits, %s damage".formatted(strength)));
        }
        if (!backgrounds.isEmpty()) {
            Crowd crowd = new Crowd(PhotoLibrary.read(backgrounds), portraits);
            text.append(crowds(new FaceSearch(faces), crowd, 0).line("backgrounds alone"));
            text.append(crowds(new FaceSearch(faces), crowd, 40).line("crowds"));
        }
        return text.toString();
    }

    private FaceSearch crowds(FaceSearch search, Crowd crowd, int tries) {
        for (int i = 0; i < crowds; i++) {
            Group group = crowd.sample(side, tries, seed + i);
            Predicate<FacePoints> counts = face -> face.eyeDistance() >= SMALLEST
                    && isInside(face, group.photo().size());
            search.search(
                    group.photo(),
                    group.faces().stream().filter(counts).toList(),
                    group.faces().stream().filter(counts.negate()).toList());
        }
        return search;
    }

    /// Whether all five points are in the photo.
    private static boolean isInside(FacePoints face, Size photo) {
        return face.all().stream().allMatch(point -> isInside(point, photo));
    }

    private static boolean isInside(Point point, Size photo) {
        return point.row() >= 0
                && point.column() >= 0
                && point.row() < photo.height()
                && point.column() < photo.width();
    }

    private String restored(Path folder, Portraits portraits) throws IOException {
        Optional<Networks> networks = Optional.of(Networks.open(folder));
        FaceTrial trial = new FaceTrial(
                new PresetRestorer(Preset.FAMILY, networks, Optional.empty()),
                new PresetRestorer(Preset.FAMILY, networks),
                Faces.open(folder));
        List<Portrait> chosen = portraits.portraits().stream().limit(count).toList();
        List<Row> rows = new ArrayList<>();
        for (Strength strength : Strength.values()) {
            List<Row> some = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                some.add(trial.aged(chosen.get(i), strength, seed + i));
            }
            Sheet.write(
                    output.resolve(strength + ".png"),
                    some.stream().map(Row::pictures).toList(),
                    1);
            rows.addAll(some);
        }
        for (Portrait portrait : chosen) {
            rows.add(trial.untouched(portrait));
        }
        FaceTable table = new FaceTable(rows);
        Files.writeString(output.resolve("faces.csv"), table.csv());
        return table.markdown();
    }
}
