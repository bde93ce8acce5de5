package dev.tintype.cli;

import dev.tintype.nn.Weights;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Samples;
import dev.tintype.train.fit.RunFolder;
import dev.tintype.train.fit.Schedule;
import dev.tintype.train.fit.Trainer;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.lesson.MappingLesson;
import dev.tintype.train.lesson.ScratchLesson;
import dev.tintype.train.lesson.ToneLesson;
import dev.tintype.train.lesson.VaeLesson;
import dev.tintype.train.objective.Perceptual;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.FadedThumbnails;
import dev.tintype.train.synthesize.PhotoLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype train NETWORK`.
@Command(
        name = "train",
        description = "Train a network of your own, on your own photos.",
        sortOptions = false,
        footer = {
            "",
            "The order for a whole family of weights: vae-old, vae-clean, mapping (which starts from both),",
            "scratch-detector, tone. Copy each run's weights.safetensors into one folder under the network's name."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NETWORK",
            description = "vae-old, vae-clean, mapping, scratch-detector, tone, face or face-detector")
    private Network network;

    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Sound photos to age; repeatable.")
    private List<Path> photos;

    @Option(names = "--old", paramLabel = "DIR", description = "Real old photos, for vae-old; repeatable.")
    private List<Path> old = List.of();

    @Option(names = "--shapes", paramLabel = "DIR", description = "Pictures of damage, white on black; repeatable.")
    private List<Path> shapes = List.of();

    @Option(names = "--from", paramLabel = "FILE", description = "Weights to start from; repeatable.")
    private List<Path> from = List.of();

    @Option(
            names = "--detector",
            paramLabel = "FILE",
            description = "A scratch detector, for mapping: it learns to live with the detector's masks.")
    private Optional<Path> detector = Optional.empty();

    @Mixin
    private FaceOptions faces = new FaceOptions();

    @Option(
            names = "--vgg",
            paramLabel = "FILE",
            description = "VGG-19 as safetensors with torchvision's names, for mapping: adds a perceptual term.")
    private Optional<Path> vgg = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Where checkpoint, weights, loss curve and samples go.")
    private Path output;

    @Option(
            names = "--steps",
            defaultValue = "10000",
            description = "Steps of the optimiser. Default: ${DEFAULT-VALUE}")
    private int steps;

    @Option(names = "--batch", defaultValue = "8", description = "Crops a step. Default: ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--side", defaultValue = "96", description = "Side of a crop in pixels. Default: ${DEFAULT-VALUE}")
    private int side;

    @Option(names = "--rate", defaultValue = "0.0005", description = "Learning rate. Default: ${DEFAULT-VALUE}")
    private double rate;

    @Option(
            names = "--every",
            defaultValue = "250",
            paramLabel = "STEPS",
            description = "Steps between checkpoints. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(names = "--seed", defaultValue = "1", description = "Of all random numbers. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--threads", defaultValue = "0", description = "CPU threads for the network. Default: all cores")
    private int threads;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description =
                    "Where to train: auto, cpu or cuda. Default: ${DEFAULT-VALUE}, which takes CUDA if it is there")
    private Where device;

    @Option(
            names = "--mixed",
            description = "Compute convolutions in bfloat16: twice as fast on processors that know it (AVX-512 BF16,"
                    + " AMX), slower on others.")
    private boolean mixed;

    @Option(
            names = "--card",
            paramLabel = "KEY=VALUE",
            description = "Something the weights' card should say, such as licence=Apache-2.0; repeatable.")
    private Map<String, String> card = new LinkedHashMap<>();

    @Option(names = "--resume", description = "Go on from the checkpoint in the output folder, if there is one.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Torch.threads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        try {
            Torch.use(device.choose());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Files.createDirectories(output);
        PhotoLibrary library = PhotoLibrary.read(photos);
        out.printf(
                "%d photos to train on, %d left out%n",
                library.photos().size(), library.skipped().size());
        library.skipped().forEach(reason -> out.println("  " + reason));
        if (library.photos().isEmpty()) {
            spec.commandLine().getErr().println("There is no photo to train on in " + photos + ".");
            return 1;
        }
        Schedule schedule = new Schedule(steps, batch, side, rate, every, seed, mixed);
        return train(lesson(library), schedule, library, out);
    }

    private <S> int train(Lesson<S> lesson, Schedule schedule, PhotoLibrary library, PrintWriter out) {
        Map<String, String> card = new LinkedHashMap<>(this.card);
        card.put("network", network.toString());
        card.putIfAbsent("photos", Integer.toString(library.photos().size()));
        RunFolder journal = new RunFolder(output, lesson, schedule, card, line -> {
            out.println(line);
            out.flush();
        });
        IntFunction<List<S>> batches = step -> IntStream.range(0, batch)
                .mapToObj(i -> lesson.sample(side, seed(step, i)))
                .toList();
        new Trainer(schedule, journal, output.resolve("checkpoint.safetensors")).fit(lesson.players(), batches, resume);
        return 0;
    }

    /// The first half of a batch has even seeds, the second odd ones.
    private long seed(int step, int i) {
        long number = seed * 1_000_000_007L + (long) step * batch + i;
        return 2 * number + (i < batch / 2 ? 0 : 1);
    }

    private Lesson<?> lesson(PhotoLibrary library) throws IOException {
        List<Samples> stored =
                shapes.isEmpty() ? List.of() : PhotoLibrary.read(shapes).photos();
        DamageShapes damage = new DamageShapes(stored);
        return switch (network) {
            case VAE_OLD ->
                new VaeLesson(
                        new Ageing(library, damage, Mix.SCENE),
                        old.isEmpty() ? Optional.empty() : Optional.of(PhotoLibrary.read(old)),
                        earlier(),
                        seed);
            case VAE_CLEAN -> new VaeLesson(new Ageing(library, damage, Mix.CLEAN), Optional.empty(), earlier(), seed);
            case MAPPING -> mapping(new Ageing(library, damage, Mix.SCENE));
            case SCRATCH_DETECTOR -> new ScratchLesson(new Ageing(library, damage, Mix.SCRATCHES), earlier(), seed);
            case TONE -> new ToneLesson(new FadedThumbnails(library), earlier(), seed);
            case FACE -> faces.refiner(photos, earlier(), seed);
            case FACE_DETECTOR -> faces.detector(library, earlier(), seed);
        };
    }

    /// From a finished mapping, or from the two VAEs, the old one first.
    private Lesson<?> mapping(Ageing ageing) {
        if (from.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "mapping starts from two VAEs: give --from VAE_OLD --from VAE_CLEAN, and --from MAPPING to go on");
        }
        Map<String, Tensor> start = new LinkedHashMap<>();
        Weights clean = Weights.read(from.get(1));
        Weights.read(from.get(0)).part("encoder.").tensors().forEach((k, v) -> start.put("old.encoder." + k, v));
        clean.part("decoder.").tensors().forEach((k, v) -> start.put("clean.decoder." + k, v));
        start.keySet().removeIf(name -> name.startsWith("clean.decoder.head.")); // it painted photos, now corrections
        for (Path more : from.subList(2, from.size())) {
            start.putAll(Weights.read(more).tensors());
        }
        Weights encoder = clean.part("encoder.");
        List<Lesson<?>> made = new ArrayList<>();
        Optional<ScratchDetector> finder = detector.map(file -> new ScratchDetector(ScratchNet.of(Weights.read(file))));
        Optional<Perceptual> perceptual = vgg.map(file -> Perceptual.of(Weights.read(file)));
        encoder.build(p -> made.add(new MappingLesson(ageing, start, p, finder, perceptual, seed)));
        return made.getFirst();
    }

    private Map<String, Tensor> earlier() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        from.forEach(file -> all.putAll(Weights.read(file).tensors()));
        return all;
    }

    /// Where to train.
    enum Where {
        AUTO,
        CPU,
        CUDA;

        Torch.Device choose() {
            return switch (this) {
                case AUTO -> Torch.best();
                case CPU -> Torch.Device.CPU;
                case CUDA -> Torch.Device.CUDA;
            };
        }
    }

    /// What can be trained.
    enum Network {
        VAE_OLD,
        VAE_CLEAN,
        MAPPING,
        SCRATCH_DETECTOR,
        TONE,
        FACE,
        FACE_DETECTOR;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
