package dev.tintype.cli;

import dev.tintype.cli.TrainCommand.Network;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Samples;
import dev.tintype.train.lesson.CycleGanLesson;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.lesson.MappingLesson;
import dev.tintype.train.lesson.MappingLesson.Design;
import dev.tintype.train.lesson.Pix2PixLesson;
import dev.tintype.train.lesson.ScratchLesson;
import dev.tintype.train.lesson.SecondLookLesson;
import dev.tintype.train.lesson.ToneLesson;
import dev.tintype.train.lesson.VaeLesson;
import dev.tintype.train.lesson.VaeLesson.Kind;
import dev.tintype.train.objective.Perceptual;
import dev.tintype.train.objective.PhotoPool;
import dev.tintype.train.synthesize.AgedCrops;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.DefaultPlan;
import dev.tintype.train.synthesize.FadedThumbnails;
import dev.tintype.train.synthesize.HintedSquares;
import dev.tintype.train.synthesize.KeptPictures;
import dev.tintype.train.synthesize.MendedCrop;
import dev.tintype.train.synthesize.MendedCrops;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what a network learns, and from what.
final class LessonOptions {
    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Sound photos to age; repeatable.")
    private List<Path> photos = List.of();

    @Option(
            names = "--except",
            paramLabel = "FILE",
            description = "Names of photos to leave out of --photos, a line each, such as those that show people, for"
                    + " face-detector: it learns that what is in --photos is no face.")
    private Optional<Path> except = Optional.empty();

    @Option(
            names = "--old",
            paramLabel = "DIR",
            description = "Real old photos, for vae-old, vae-all and cyclegan; repeatable.")
    private List<Path> old = List.of();

    @Option(names = "--shapes", paramLabel = "DIR", description = "Pictures of damage, white on black; repeatable.")
    private List<Path> shapes = List.of();

    @Option(names = "--from", paramLabel = "FILE", description = "Weights to start from; repeatable.")
    private List<Path> from = List.of();

    @Option(
            names = "--detector",
            paramLabel = "FILE",
            description = "A scratch detector, for mapping: it learns to live with the detector's masks."
                    + " With --keep those of --restored-by stand in its place.")
    private Optional<Path> detector = Optional.empty();

    @Option(
            names = "--vgg",
            paramLabel = "FILE",
            description = "VGG-19 as safetensors with torchvision's names, for mapping: adds a perceptual term.")
    private Optional<Path> vgg = Optional.empty();

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "PART",
            description =
                    "Leave a part out, to see what it is worth; repeatable. latent-gan: the discriminator that makes"
                            + " real and aged old photos alike, of vae-old. non-local: the partial non-local block of mapping."
                            + " end-to-end: mapping learns alone, the VAEs stay as they are.")
    private List<Part> without = List.of();

    @Option(
            names = "--hardest",
            paramLabel = "CROPS",
            description = "Of each batch learn only from those that the network errs on most, for scratch-detector;"
                    + " 4 of a --batch of 12 meet more in the same time. Default: all")
    private Optional<Integer> hardest = Optional.empty();

    @Option(
            names = "--grey",
            description = "Learn on scans in grey, for scratch-detector and second-look: marks have no colour of their"
                    + " own there. The result becomes scratch-detector-grey.safetensors.")
    private boolean grey;

    @Mixin
    private FaceOptions faces = new FaceOptions();

    @Mixin
    private KeepOptions keep = new KeepOptions();

    LessonOptions() {}

    List<Path> photos() {
        return photos;
    }

    /// The parts that are left out, if any, for the card of the weights.
    Optional<String> without() {
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(without.stream().map(Part::toString).collect(Collectors.joining(",")));
    }

    PhotoLibrary library() throws IOException {
        return PhotoLibrary.read(photos, except.isPresent() ? Set.copyOf(Files.readAllLines(except.get())) : Set.of());
    }

    /// Refuses what does not go together, in a sentence.
    void require(Network network) {
        for (Part part : without) {
            if (part.network != network) {
                throw new IllegalArgumentException(
                        "--without %s is for %s, not for %s".formatted(part, part.network, network));
            }
        }
        if (hardest.isPresent() && (network != Network.SCRATCH_DETECTOR || hardest.get() < 1)) {
            throw new IllegalArgumentException(
                    "--hardest is for scratch-detector, 1 or more; it was %d for %s".formatted(hardest.get(), network));
        }
        if (grey && network != Network.SCRATCH_DETECTOR && network != Network.SECOND_LOOK) {
            throw new IllegalArgumentException(
                    "--grey is for scratch-detector and second-look, not for %s".formatted(network));
        }
        if (network == Network.MAPPING && from.size() < 2) {
            throw new IllegalArgumentException(
                    "mapping starts from two VAEs: give --from VAE_OLD --from VAE_CLEAN, and --from MAPPING to go on");
        }
        if (network == Network.SECOND_LOOK && (from.isEmpty() || !keep.keeps())) {
            throw new IllegalArgumentException(
                    "second-look learns from what a first look finds: give --from SCRATCH_DETECTOR and --keep DIR");
        }
        if (network == Network.CYCLEGAN && old.isEmpty()) {
            throw new IllegalArgumentException("cyclegan learns from real old photos: give --old DIR");
        }
    }

    /// What is to be learnt.
    Lesson<?> lesson(Network network, PhotoLibrary library, long seed) throws IOException {
        List<Samples> stored =
                shapes.isEmpty() ? List.of() : PhotoLibrary.read(shapes).photos();
        DamageShapes damage = new DamageShapes(stored);
        Ageing aged = new Ageing(library, damage, Mix.SCENE);
        Ageing clean = new Ageing(library, damage, Mix.CLEAN);
        return switch (network) {
            case VAE_OLD -> new VaeLesson(old(), aged, realOldPhotos(), earlier(), seed);
            case VAE_CLEAN -> new VaeLesson(Kind.PLAIN, clean, Optional.empty(), earlier(), seed);
            case VAE_ALL -> new VaeLesson(Kind.SHARED, aged, realOldPhotos(), earlier(), seed);
            case MAPPING -> mapping(aged, seed);
            case SCRATCH_DETECTOR ->
                new ScratchLesson(
                        new Ageing(library, damage, toned(Mix.SCRATCHES)),
                        hardest.orElse(Integer.MAX_VALUE),
                        earlier(),
                        seed);
            case SECOND_LOOK -> secondLook(new Ageing(library, damage, toned(Mix.SECOND_LOOK)), seed);
            case TONE -> new ToneLesson(new FadedThumbnails(library), earlier(), seed);
            case FACE -> faces.refiner(photos, keep, earlier(), seed);
            case FACE_DETECTOR -> faces.detector(library, earlier(), seed);
            case PIX2PIX -> new Pix2PixLesson(aged, earlier(), seed);
            case CYCLEGAN -> new CycleGanLesson(clean, PhotoLibrary.read(old), earlier(), PhotoPool.USUAL, seed);
        };
    }

    private Mix toned(Mix mix) {
        return grey ? mix.inGrey() : mix;
    }

    /// From a finished mapping, or from the two VAEs, the old one first.
    private Lesson<?> mapping(Ageing ageing, long seed) throws IOException {
        Map<String, Tensor> start = new LinkedHashMap<>();
        Weights clean = Weights.read(from.get(1));
        Weights.read(from.get(0)).part("encoder.").tensors().forEach((k, v) -> start.put("old.encoder." + k, v));
        clean.part("decoder.").tensors().forEach((k, v) -> start.put("clean.decoder." + k, v));
        start.keySet().removeIf(name -> name.startsWith("clean.decoder.head.")); // it painted photos, now corrections
        for (Path more : from.subList(2, from.size())) {
            start.putAll(Weights.read(more).tensors());
        }
        Weights encoder = clean.part("encoder.");
        Design design = new Design(!without.contains(Part.NON_LOCAL), !without.contains(Part.END_TO_END));
        List<Lesson<?>> made = new ArrayList<>();
        Source<MendedCrop> crops = crops(ageing);
        Optional<Perceptual> perceptual = vgg.map(file -> Perceptual.of(Weights.read(file)));
        encoder.build(p -> made.add(new MappingLesson(crops, design, start, p, perceptual, seed)));
        return made.getFirst();
    }

    /// From a detector, whose findings the network is told.
    private Lesson<?> secondLook(Ageing ageing, long seed) throws IOException {
        Weights detector = Weights.read(from.getLast());
        ScratchNet first = ScratchNet.of(detector.except(ScratchDetector.SECOND));
        HintedSquares squares = new HintedSquares(
                ageing,
                new ScratchDetector(first, Optional.empty()),
                keep.pictures().orElseThrow());
        return new SecondLookLesson(squares, detector, seed);
    }

    private Source<MendedCrop> crops(Ageing ageing) throws IOException {
        Optional<KeptPictures> kept = keep.pictures();
        if (kept.isPresent()) {
            return new MendedCrops(ageing, DefaultPlan.beforeScene(keep.networks()), kept.get());
        }
        return new AgedCrops(ageing, detector.map(file -> ScratchDetector.of(Weights.read(file))));
    }

    private Map<String, Tensor> earlier() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        from.forEach(file -> all.putAll(Weights.read(file).tensors()));
        return all;
    }

    private Kind old() {
        return old.isEmpty() || without.contains(Part.LATENT_GAN) ? Kind.PLAIN : Kind.ALIGNED;
    }

    private Optional<PhotoLibrary> realOldPhotos() throws IOException {
        return old.isEmpty() ? Optional.empty() : Optional.of(PhotoLibrary.read(old));
    }

    /// A part of the paper, or of our departures from it.
    enum Part {
        LATENT_GAN(Network.VAE_OLD),
        NON_LOCAL(Network.MAPPING),
        END_TO_END(Network.MAPPING);

        private final Network network;

        Part(Network network) {
            this.network = network;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
