package dev.tintype.nn.stage;

import dev.tintype.nn.Weights;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Planner;
import dev.tintype.restore.tone.Unfade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// What our own networks do to whole scans: find scratches, fill them and mend noise and blur, take fading back, refine
/// faces.
///
/// Memory: each of them makes one more scan in at least 16 bits, and needs what one tile of 1152 x 1152 pixels takes;
/// of 640 x 640 if the scan is huge.
public final class Networks {
    private static final int SIDE = 768; // of a tile of a large scan
    private static final int HUGE_SIDE = 384;
    private static final int WHOLE = 1152; // a scan with no longer side is one tile
    private static final int PROBE = 512; // side of a part by which the need for the network is judged
    private static final int MOST_PROBES = 6;

    private final MarkSearch marks;
    private final SceneTranslation scene;
    private final ToneDetector tone;
    private final Optional<Faces> faces;

    private Networks(MarkSearch marks, SceneTranslation scene, ToneDetector tone, Optional<Faces> faces) {
        this.marks = marks;
        this.scene = scene;
        this.tone = tone;
        this.faces = faces;
    }

    /// Reads the networks `mapping`, `scratch-detector` and `tone` from a folder of safetensors files; also
    /// `scratch-detector-grey` where it is there, and those for faces where both are.
    ///
    /// @throws dev.tintype.nn.UnusableWeightsException where one is missing, damaged or of another kind
    public static Networks open(Path folder) {
        return open(folder, Optional.empty());
    }

    /// The same, but faces are found by another network, where one is given.
    ///
    /// @param faceDetector an ONNX file that OpenCV's `FaceDetectorYN` takes
    /// @throws dev.tintype.nn.UnusableWeightsException where one is missing, damaged or of another kind
    public static Networks open(Path folder, Optional<Path> faceDetector) {
        Optional<Faces> faces =
                Faces.lack(folder).isPresent() ? Optional.empty() : Optional.of(Faces.open(folder, faceDetector));
        return new Networks(
                MarkSearch.open(folder),
                SceneTranslation.of(Weights.read(folder.resolve("mapping.safetensors"))),
                new ToneDetector(ToneNet.of(Weights.read(folder.resolve("tone.safetensors")))),
                faces);
    }

    /// Whether those for faces are among them.
    public boolean knowFaces() {
        return faces.isPresent();
    }

    /// What one part of the way made, and what it saw, in words.
    ///
    /// @param faces where it saw some
    record Part(Samples samples, String found, List<Face> faces) {
        Part(Samples samples, String found) {
            this(samples, found, List.of());
        }
    }

    /// What is lost: one channel, white where it is.
    ///
    /// @param begun hears how far it is, 0 to 1
    public Samples findScratches(Samples scan, DoubleConsumer begun) {
        return searched(scan, begun).lost();
    }

    /// The same, and by whose weights it was found.
    MarkSearch.Found searched(Samples scan, DoubleConsumer begun) {
        MarkSearch.Found found = marks.find(scan, begun);
        giveBack(scan.size());
        return found;
    }

    /// Fills what is lost and mends noise and blur as far as the scan needs it; at least 16 bits deep.
    ///
    /// @param photo what is lost is not filled yet; in the tones of the scan
    /// @param damaged whether other steps have found damage of which they left some
    Part scene(Mended photo, boolean damaged, Progress progress) {
        Samples scan = photo.samples();
        List<Tiles.Tile> tiles = tiles(scan.size());
        Optional<Photo> whole =
                tiles.size() == 1 ? Optional.of(mended(photo, tiles.getFirst().seen())) : Optional.empty();
        double need = need(photo, damaged, tiles, whole);
        Depth depth = scan.depth() == Depth.BITS_8 ? Depth.BITS_16 : scan.depth();
        Samples result = new Samples(scan.size(), scan.channels(), depth);
        for (int i = 0; i < tiles.size(); i++) {
            Tiles.Tile tile = tiles.get(i);
            progress.at(Planner.SCENE, counted("part", i + 1, tiles.size()), (double) i / tiles.size());
            Leftovers.collect(scan.size(), i, side(scan.size()));
            Photo before = scan.photo(tile.core());
            Mask lost = photo.lost(tile.core());
            Photo after = before;
            if (need > 0 || !lost.isEmpty()) {
                Photo mended = whole.orElseGet(() -> mended(photo, tile.seen()).crop(tile.inside()));
                after = Blend.of(before, mended, lost.damage().map(x -> (float) Math.max(need, Math.min(1, 2 * x))));
            }
            result.put(tile.core().row(), tile.core().column(), after);
        }
        giveBack(scan.size());
        return new Part(result, words(need));
    }

    /// A photo with what is lost filled, and nothing else changed.
    ///
    /// @param lost of its size
    public Photo fill(Photo photo, Mask lost) {
        return Blend.of(photo, new SceneRestoration(scene, lost).apply(photo), lost.damage());
    }

    /// Takes fading back, in these very samples, since a huge scan has no room for others.
    Part unfade(Samples mended, Samples mask) {
        Optional<Unfade> fading = tone.examine(mended, mask);
        fading.ifPresent(unfade -> tone(mended, unfade));
        return new Part(mended, fading.map(Networks::words).orElse("not faded"));
    }

    /// The next step of a huge scan needs the memory for its own.
    private static void giveBack(Size scan) {
        if (Leftovers.isHuge(scan)) {
            Torch.giveBack();
        }
    }

    /// Refines faces, in the very samples of what was mended. They are searched in the scan as it came, so that they
    /// have the same numbers whatever was done since.
    Part faces(Mended photo, FaceWish wish, Progress progress) {
        Faces able = faces.orElseThrow();
        List<Face> found = able.find(photo.scan());
        List<String> treatments = new ArrayList<>();
        for (int number = 1; number <= found.size(); number++) {
            progress.at(Planner.FACES, counted("face", number, found.size()), (number - 1.0) / found.size());
            treatments.add("face %d %s"
                    .formatted(number, able.refine(photo, found, number, wish).words()));
        }
        return new Part(photo.samples(), found.isEmpty() ? "no faces" : String.join("; ", treatments), found);
    }

    private static String counted(String what, int number, int of) {
        return of == 1 ? "" : "%s %d of %d".formatted(what, number, of);
    }

    private Photo mended(Mended photo, Region region) {
        return new SceneRestoration(scene, photo.lost(region), photo.came(region))
                .apply(photo.samples().photo(region));
    }

    /// How much the scan needs the network, from all that it made, or from a few parts of the scan.
    private double need(Mended photo, boolean damaged, List<Tiles.Tile> tiles, Optional<Photo> whole) {
        SceneNeed need = new SceneNeed(damaged);
        if (whole.isPresent()) {
            Region all = tiles.getFirst().core();
            need.see(photo.samples().photo(all), whole.get(), photo.lost(all).damage());
            return need.share();
        }
        int probes = Math.clamp(tiles.size() / 2, 1, MOST_PROBES);
        for (int i = 0; i < probes; i++) {
            Region part =
                    middle(tiles.get((2 * i + 1) * tiles.size() / (2 * probes)).core());
            need.see(
                    photo.samples().photo(part),
                    mended(photo, part),
                    photo.lost(part).damage());
        }
        return need.share();
    }

    private static Region middle(Region region) {
        Size size = region.size();
        Size part = new Size(Math.min(PROBE, size.width()), Math.min(PROBE, size.height()));
        return new Region(
                region.row() + (size.height() - part.height()) / 2,
                region.column() + (size.width() - part.width()) / 2,
                part);
    }

    private static List<Tiles.Tile> tiles(Size size) {
        return new Tiles(size, side(size), SceneRestoration.HALO).all();
    }

    private static int side(Size size) {
        if (Math.max(size.width(), size.height()) <= WHOLE) {
            return WHOLE;
        }
        return Leftovers.isHuge(size) ? HUGE_SIDE : SIDE;
    }

    private static void tone(Samples mended, Unfade unfade) {
        for (Tiles.Tile tile : new Tiles(mended.size(), SIDE, 0).all()) {
            mended.put(tile.core().row(), tile.core().column(), unfade.apply(mended.photo(tile.core())));
        }
    }

    private static String words(double need) {
        return need == 0
                ? "sharp and clean: only what is lost was filled"
                : String.format(Locale.ROOT, "noise and blur taken out by %.0f %%, what is lost filled", 100 * need);
    }

    private static String words(Unfade unfade) {
        return String.format(
                Locale.ROOT, "faded: contrast x %.2f, colours x %.2f", unfade.range(), unfade.saturation());
    }
}
