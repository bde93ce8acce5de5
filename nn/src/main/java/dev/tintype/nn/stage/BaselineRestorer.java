package dev.tintype.nn.stage;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.Generator;
import dev.tintype.nn.net.ResnetGenerator;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.net.UnetGenerator;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Tiles;
import dev.tintype.restore.tone.Unfade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Restores whole scans by pix2pix or CycleGAN: one network paints every pixel anew, nothing is searched and no mask is
/// asked for. Fading is then taken back as after our own networks, where the folder holds a `tone` network.
///
/// Memory: two more scans, and what one tile of 768 x 768 pixels with a frame of 128 takes.
public final class BaselineRestorer implements Restorer {
    private static final int SIDE = 768;

    private final Baseline baseline;
    private final PhotoTranslation painting;
    private final Optional<ToneDetector> tone;

    private BaselineRestorer(Baseline baseline, PhotoTranslation painting, Optional<ToneDetector> tone) {
        this.baseline = baseline;
        this.painting = painting;
        this.tone = tone;
    }

    /// Whether a folder holds a baseline and not our networks.
    public static boolean isIn(Path folder) {
        return Baseline.in(folder).isPresent();
    }

    /// Reads the network of a folder, and `tone` where it is there.
    ///
    /// @throws UnusableWeightsException where there is none, or it is damaged or of another kind
    public static BaselineRestorer open(Path folder) {
        Baseline baseline = Baseline.in(folder)
                .orElseThrow(() -> new UnusableWeightsException(
                        "%s holds neither pix2pix.safetensors nor cyclegan.safetensors".formatted(folder)));
        Path tones = folder.resolve("tone.safetensors");
        return new BaselineRestorer(
                baseline,
                new PhotoTranslation(baseline.read(folder)),
                Files.isRegularFile(tones)
                        ? Optional.of(new ToneDetector(ToneNet.of(Weights.read(tones))))
                        : Optional.empty());
    }

    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        List<Step> steps = new ArrayList<>();
        long start = System.nanoTime();
        Samples before = scan.samples();
        Samples painted = painted(before, progress);
        steps.add(new Step(baseline.name, "every pixel painted anew", baseline.name, seconds(start)));
        Samples nothing = new Samples(before.size(), 1, Depth.BITS_8);
        long toning = System.nanoTime();
        Optional<Unfade> fading = tone.flatMap(detector -> detector.examine(painted, nothing));
        if (tone.isPresent()) {
            String found = fading.isPresent() ? "faded" : "not faded";
            steps.add(new Step("unfade", found, "tone", seconds(toning)));
        }
        Samples result = new Samples(before.size(), before.channels(), before.depth());
        for (Tiles.Tile tile : new Tiles(before.size(), SIDE, 0).all()) {
            Photo anew = painted.photo(tile.core());
            Photo toned = fading.map(unfade -> unfade.apply(anew)).orElse(anew);
            Photo mixed = Blend.of(before.photo(tile.core()), toned, request.strength());
            result.put(tile.core().row(), tile.core().column(), mixed);
        }
        return new Restoration(scan.with(result), nothing, List.copyOf(steps));
    }

    private Samples painted(Samples scan, Progress progress) {
        Depth depth = scan.depth() == Depth.BITS_8 ? Depth.BITS_16 : scan.depth();
        Samples result = new Samples(scan.size(), scan.channels(), depth);
        List<Tiles.Tile> tiles = new Tiles(scan.size(), SIDE, Generator.REACH).all();
        for (int i = 0; i < tiles.size(); i++) {
            progress.at("restoring", (double) i / tiles.size());
            Leftovers.collect(scan.size(), i, SIDE);
            Tiles.Tile tile = tiles.get(i);
            Photo seen = painting.apply(scan.photo(tile.seen()));
            result.put(tile.core().row(), tile.core().column(), seen.crop(tile.inside()));
        }
        progress.at("restoring", 1);
        return result;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// What can be compared with.
    private enum Baseline {
        PIX2PIX,
        CYCLEGAN;

        private final String name = name().toLowerCase(Locale.ROOT);

        static Optional<Baseline> in(Path folder) {
            return Arrays.stream(values())
                    .filter(baseline -> Files.isRegularFile(baseline.file(folder)))
                    .findFirst();
        }

        Path file(Path folder) {
            return folder.resolve(name + ".safetensors");
        }

        Generator read(Path folder) {
            Weights weights = Weights.read(file(folder));
            return switch (this) {
                case PIX2PIX -> UnetGenerator.of(weights);
                case CYCLEGAN -> ResnetGenerator.of(weights);
            };
        }
    }
}
