package dev.tintype.cli;

import dev.tintype.diagnose.Diagnostician;
import dev.tintype.nn.stage.LearntMarks;
import picocli.CommandLine.Option;

/// Which network helps a diagnosis to find scratches and dust.
final class MarkNetwork {
    private static final String NONE = "none";

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description =
                    "The network that looks for scratches and dust: a name that 'tintype weights list' shows, or a"
                            + " folder (${DEFAULT-VALUE}). 'none': measured rules alone, which is faster.")
    private String weights = WeightsShelf.STANDARD;

    MarkNetwork() {}

    /// @throws dev.tintype.nn.UnusableWeightsException where there are no such weights
    Diagnostician diagnostician() {
        Diagnostician standard = Diagnostician.standard();
        return weights.equals(NONE)
                ? standard
                : standard.and(LearntMarks.open(WeightsShelf.ofThisProgram().find(weights)));
    }
}
