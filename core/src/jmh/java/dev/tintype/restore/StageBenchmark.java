package dev.tintype.restore;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Seconds that one stage of the catalogue, as it usually is, needs for a photo of one megapixel: shapes with edges and
/// texture, noise of deviation 0.05, and round holes over 5 % of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 7)
@Fork(1)
public class StageBenchmark {
    private static final Size SIZE = new Size(1000, 1000);
    private static final int SHAPES = 300;
    private static final int MOST = 90; // pixels, radius of a shape
    private static final double SIGMA = 0.05;
    private static final double LOST = 0.05; // share of the photo
    private static final Map<String, String> BLUR = Map.of("psf", "motion:15:30");

    /// Its name in the catalogue.
    @Param({
        "pull-push",
        "telea",
        "biharmonic",
        "navier-stokes",
        "patch-match",
        "adaptive-median",
        "notch-filter",
        "deblocking",
        "bm3d",
        "non-local-means",
        "total-variation",
        "wavelet-shrinkage",
        "inverse-filter",
        "wiener",
        "constrained-least-squares",
        "richardson-lucy",
        "hyper-laplacian",
        "tv-deblur",
        "auto-levels",
        "grey-edge",
        "even-tint",
        "local-contrast",
        "grain-match"
    })
    public String stage = "";

    /// 1 for grey, 3 for colour.
    @Param("1")
    public int planes;

    private Optional<Photo> photo = Optional.empty();
    private Optional<Stage> made = Optional.empty();

    public StageBenchmark() {}

    /// Draws the photo and the holes.
    @Setup
    public void draw() {
        Random random = new Random(1);
        photo = Optional.of(new Photo(IntStream.range(0, planes)
                .mapToObj(_ -> noisy(shapes(new Random(2)), random))
                .toList()));
        StageKind kind = Catalog.require(stage);
        boolean blur = kind.options().stream().anyMatch(option -> option.name().equals("psf"));
        made = Optional.of(kind.make(blur ? BLUR : Map.of(), Optional.of(holes(random))));
    }

    private static float[] shapes(Random random) {
        float[] samples = new float[SIZE.area()];
        for (int i = 0; i < SHAPES; i++) {
            float tone = 0.1f + 0.8f * random.nextFloat();
            float wave = random.nextFloat();
            int radius = 4 + random.nextInt(MOST);
            disc(random, radius, (at, x, y) -> samples[at] = tone + 0.08f * (float) Math.sin(wave * x + y));
        }
        return samples;
    }

    private static Plane noisy(float[] samples, Random random) {
        return Plane.of(SIZE, (row, column) -> (float)
                Math.clamp(samples[row * SIZE.width() + column] + SIGMA * random.nextGaussian(), 0, 1));
    }

    private static Mask holes(Random random) {
        float[] lost = new float[SIZE.area()];
        int[] count = {0};
        while (count[0] < LOST * lost.length) {
            disc(random, 2 + random.nextInt(15), (at, _, _) -> {
                count[0] += lost[at] == 0 ? 1 : 0;
                lost[at] = 1;
            });
        }
        return new Mask(Plane.copyOf(SIZE, lost, 0));
    }

    private static void disc(Random random, int radius, Dot dot) {
        int middleX = random.nextInt(SIZE.width());
        int middleY = random.nextInt(SIZE.height());
        for (int y = Math.max(0, middleY - radius); y < Math.min(SIZE.height(), middleY + radius); y++) {
            for (int x = Math.max(0, middleX - radius); x < Math.min(SIZE.width(), middleX + radius); x++) {
                if (Math.hypot(x - middleX, y - middleY) < radius) {
                    dot.paint(y * SIZE.width() + x, x, y);
                }
            }
        }
    }

    /// One run.
    @Benchmark
    public Photo apply() {
        return made.orElseThrow().apply(photo.orElseThrow());
    }

    /// Paints a pixel.
    private interface Dot {
        void paint(int at, int x, int y);
    }
}
