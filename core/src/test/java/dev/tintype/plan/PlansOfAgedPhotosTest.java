package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Photos that are blurred, shrunk, noisy and compressed at once, as hardly any diagnosis foresees.
class PlansOfAgedPhotosTest {
    private static final Path BENCH =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("paired");
    private static final double LOSS = 0.3; // dB

    static List<String> names() throws IOException {
        Path aged = BENCH.resolve("unstructured");
        if (!Files.isDirectory(aged)) {
            return List.of("");
        }
        try (Stream<Path> files = Files.list(aged)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void doNotMakeThemWorse(String name) {
        Assumptions.assumeTrue(!name.isEmpty(), BENCH + " is not there");
        Samples scan =
                PhotoReader.read(BENCH.resolve("unstructured").resolve(name)).samples();
        Photo truth =
                PhotoReader.read(BENCH.resolve("truth").resolve(name)).samples().photo();
        Plan plan = new Planner(Preset.FAMILY, true, false).plan(scan);
        Photo photo = scan.photo();
        for (Plan.Step step : plan.steps()) {
            Photo before = photo;
            if (step.on()) {
                photo = Catalog.find(step.stage())
                        .filter(kind -> !kind.needsMask())
                        .map(kind -> kind.make(step.options(), Optional.empty()).apply(before))
                        .orElse(before);
            }
        }
        double least = new Psnr().score(scan.photo(), truth) - LOSS;
        double restored = new Psnr().score(photo, truth);
        assertTrue(restored > least, "%.2f dB, at least %.2f expected, by %s".formatted(restored, least, plan.steps()));
    }
}
