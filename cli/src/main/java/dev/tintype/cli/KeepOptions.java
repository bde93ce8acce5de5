package dev.tintype.cli;

import dev.tintype.nn.stage.Networks;
import dev.tintype.train.synthesize.KeptPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What training on restored photos needs.
final class KeepOptions {
    @Option(
            names = "--restored-by",
            paramLabel = "NAME",
            defaultValue = WeightsShelf.STANDARD,
            description = "Weights, for face, and for mapping with --keep: what the default plan leaves of aged photos"
                    + " with these is learnt (${DEFAULT-VALUE}).")
    private String restoredBy;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Where restored photos are kept, for face and mapping, and aged ones with what a first look finds,"
                            + " for second-look: they take longer to make than to learn from. Without it mapping learns on"
                            + " photos that were aged and nothing else.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--kept",
            defaultValue = "4000",
            paramLabel = "PHOTOS",
            description = "How many are kept. Default: ${DEFAULT-VALUE}")
    private int count;

    KeepOptions() {}

    Networks networks() {
        return Networks.open(WeightsShelf.ofThisProgram().find(restoredBy));
    }

    boolean keeps() {
        return folder.isPresent();
    }

    Optional<KeptPictures> pictures() throws IOException {
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        return folder.map(place -> new KeptPictures(place, count));
    }
}
