package dev.tintype.cli;

import dev.tintype.nn.Weights;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.photo.Samples;
import dev.tintype.train.evaluate.LatentTrial;
import dev.tintype.train.evaluate.LatentTrial.Distances;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.PhotoLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype evaluate-latents WEIGHTS... --photos DIR --old DIR`.
@Command(
        name = "evaluate-latents",
        description = "Measure how much alike real old photos and aged ones are to an encoder: sliced Wasserstein"
                + " distances between their latents, in the units of the latent and as shares of its spread.",
        sortOptions = false)
final class EvaluateLatentsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "WEIGHTS", description = "VAEs or mappings, as safetensors.")
    private List<Path> weights;

    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Sound photos to age; repeatable.")
    private List<Path> photos;

    @Option(names = "--old", required = true, paramLabel = "DIR", description = "Real old photos; repeatable.")
    private List<Path> old;

    @Option(names = "--shapes", paramLabel = "DIR", description = "Pictures of damage, white on black; repeatable.")
    private List<Path> shapes = List.of();

    @Option(names = "--crops", defaultValue = "500", description = "Crops of each kind. Default: ${DEFAULT-VALUE}")
    private int crops;

    @Option(names = "--side", defaultValue = "96", description = "Side of a crop in pixels. Default: ${DEFAULT-VALUE}")
    private int side;

    @Override
    public Integer call() throws IOException {
        List<Samples> stored =
                shapes.isEmpty() ? List.of() : PhotoLibrary.read(shapes).photos();
        Ageing ageing = new Ageing(PhotoLibrary.read(photos), new DamageShapes(stored), Mix.SCENE);
        PhotoLibrary real = PhotoLibrary.read(old);
        PrintWriter out = spec.commandLine().getOut();
        out.println("| weights | real to aged | aged to sound | chance | spread |");
        out.println("|---|---|---|---|---|");
        for (Path file : weights) {
            Distances found = new LatentTrial(encoder(file), ageing, real, crops, side).measure();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.3f |%n",
                    file,
                    share(found.realToAged(), found),
                    share(found.agedToSound(), found),
                    share(found.chance(), found),
                    found.spread());
            out.flush();
        }
        return 0;
    }

    private static String share(double distance, Distances found) {
        return String.format(Locale.ROOT, "%.3f (%.1f %%)", distance, 100 * distance / found.spread());
    }

    /// The encoder of a VAE, or that of a mapping.
    private static Encoder encoder(Path file) {
        Weights all = Weights.read(file);
        boolean mapping = all.tensors().containsKey("old.encoder.stem.weight");
        return Encoder.of(all.part(mapping ? "old.encoder." : "encoder."));
    }
}
