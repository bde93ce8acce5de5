package dev.tintype.cli;

import dev.tintype.nn.torch.Torch;
import dev.tintype.train.fit.Machine;
import dev.tintype.train.fit.RunFolder;
import dev.tintype.train.fit.Schedule;
import dev.tintype.train.fit.Trainer;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.synthesize.PhotoLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "scratch-detector, tone. Copy each run's weights.safetensors into one folder under the network's name.",
            "second-look is added to a scratch detector: what it learns is copied in the detector's place.",
            "pix2pix and cyclegan are what others do, to compare with: each goes into a folder of its own.",
            "vae-all is one VAE for old and clean photos alike, and --without leaves something out: both tell what a",
            "part of the paper is worth."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NETWORK",
            description = "vae-old, vae-clean, vae-all, mapping, scratch-detector, second-look, tone,"
                    + " face, face-detector, pix2pix or cyclegan")
    private Network network;

    @Mixin
    private LessonOptions learning = new LessonOptions();

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

    @Option(
            names = "--side",
            defaultValue = "96",
            split = ",",
            paramLabel = "PIXELS",
            description = "Side of a crop; several, such as 64,96,128, share the steps, one after the other. Default:"
                    + " ${DEFAULT-VALUE}")
    private List<Integer> sides;

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
            names = "--loaders",
            defaultValue = "0",
            paramLabel = "THREADS",
            description = "Threads that age photos meanwhile. Default: 2, with a graphics card all cores but one")
    private int loaders;

    @Option(
            names = "--profile",
            description = "Measure where the time of a step goes: a line now and then, and time.csv.")
    private boolean profile;

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
        int cores = Runtime.getRuntime().availableProcessors();
        Torch.threads(threads > 0 ? threads : cores);
        Torch.Device chosen = device.choose();
        int enough = chosen == Torch.Device.CUDA ? Math.max(2, cores - 1) : 2;
        Schedule schedule;
        try {
            Torch.use(chosen);
            learning.require(network);
            schedule = new Schedule(steps, batch, sides, rate, every, seed, mixed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Files.createDirectories(output);
        PhotoLibrary library = learning.library();
        out.printf(
                "%d photos to train on, %d left out%n",
                library.photos().size(), library.skipped().size());
        library.skipped().forEach(reason -> out.println("  " + reason));
        if (library.photos().isEmpty()) {
            spec.commandLine().getErr().println("There is no photo to train on in " + learning.photos() + ".");
            return 1;
        }
        return train(learning.lesson(network, library, seed), schedule, library, enough);
    }

    private <S> int train(Lesson<S> lesson, Schedule schedule, PhotoLibrary library, int enough) {
        PrintWriter out = spec.commandLine().getOut();
        RunFolder journal = new RunFolder(output, lesson, schedule, card(library), line -> {
            out.println(line);
            out.flush();
        });
        Machine machine = new Machine(loaders > 0 ? loaders : enough, profile);
        new Trainer(schedule, machine, journal, output.resolve("checkpoint.safetensors"))
                .fit(lesson.players(), step -> batch(lesson, schedule, step), resume);
        return 0;
    }

    private Map<String, String> card(PhotoLibrary library) {
        Map<String, String> all = new LinkedHashMap<>(card);
        all.put("network", network.toString());
        all.putIfAbsent("photos", Integer.toString(library.photos().size()));
        learning.without().ifPresent(parts -> all.put("without", parts));
        return all;
    }

    private <S> List<S> batch(Lesson<S> lesson, Schedule schedule, int step) {
        return IntStream.range(0, batch)
                .mapToObj(i -> lesson.sample(schedule.side(step), seed(step, i)))
                .toList();
    }

    /// The first half of a batch has even seeds, the second odd ones.
    private long seed(int step, int i) {
        long number = seed * 1_000_000_007L + (long) step * batch + i;
        return 2 * number + (i < batch / 2 ? 0 : 1);
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
        VAE_ALL,
        MAPPING,
        SCRATCH_DETECTOR,
        SECOND_LOOK,
        TONE,
        FACE,
        FACE_DETECTOR,
        PIX2PIX,
        CYCLEGAN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
