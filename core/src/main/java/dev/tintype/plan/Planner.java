package dev.tintype.plan;

import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Makes a plan of a diagnosis: a table of which stage is for which damage, in the order of
/// [Phase][dev.tintype.restore.Phase]. Where networks are at hand they look for marks before all others, since smooth
/// photos mislead them, and translate after all others; fading is theirs alone.
///
/// @param networks whether steps may use networks
/// @param mask whether somebody says what is lost
/// @param faces how faces are to be refined, where a network for them is at hand and they are not to be left alone
public record Planner(Preset preset, boolean networks, boolean mask, Optional<FaceWish> faces) {
    /// Finds what is lost, where nobody says it.
    public static final String FIND_SCRATCHES = "find-scratches";
    /// Fills what is lost and mends noise, blur and compression.
    public static final String SCENE = "scene";
    /// Takes fading back.
    public static final String UNFADE = "unfade";
    /// Refines faces.
    public static final String FACES = "faces";

    private static final String FILL = "scratches-and-holes";
    private static final int MOST = 2_000_000; // pixels that are diagnosed
    private static final int TRIED = 150_000; // pixels on which deblurring is tried
    private static final int GRID = 8; // of JPEG's blocks, to which the part that is diagnosed is aligned
    private static final int TINY = 128; // pixels of the shorter side, below which detail is taken for marks
    private static final double LONGEST = 40; // pixels of blur that can be undone
    private static final double SURE = 0.8; // confidence from which blur is undone, for a wrong PSF does harm
    private static final double LITTLE = 0.75 / 255; // noise from which it is taken out before blur is undone: measured
    private static final double LEFT = 0.5; // share of the noise that is expected after BM3D: measured

    private static final List<Kind> MARKS = List.of(Kind.SCRATCHES, Kind.DUST);
    private static final List<Kind> BLURS = List.of(Kind.MOTION_BLUR, Kind.DEFOCUS, Kind.GAUSSIAN_BLUR);
    private static final List<Kind> OTHER_NOISE = List.of(Kind.POISSON, Kind.SPECKLE, Kind.GRAIN);
    private static final List<Kind> TONES = List.of(Kind.FADING, Kind.LOW_CONTRAST, Kind.COLOUR_CAST);
    private static final List<Kind> MENDED =
            List.of(Kind.GAUSSIAN_NOISE, Kind.SPECKLE, Kind.COMPRESSION, Kind.GAUSSIAN_BLUR, Kind.LOW_RESOLUTION);

    private static final List<Rule> RULES = List.of(
            new Rule(Kind.SALT_AND_PEPPER, "adaptive-median"),
            new Rule(Kind.PERIODIC, "notch-filter"),
            new Rule(Kind.COMPRESSION, "deblocking"),
            new Rule(Kind.GAUSSIAN_NOISE, "bm3d"),
            new Rule(Kind.POISSON, "anscombe-bm3d"),
            new Rule(Kind.SPECKLE, "log-bm3d"),
            new Rule(Kind.GRAIN, "film-grain"),
            new Rule(Kind.MOTION_BLUR, "hyper-laplacian"),
            new Rule(Kind.DEFOCUS, "hyper-laplacian"),
            new Rule(Kind.GAUSSIAN_BLUR, "hyper-laplacian"),
            new Rule(Kind.FADING, "auto-levels"),
            new Rule(Kind.LOW_CONTRAST, "auto-levels"),
            new Rule(Kind.COLOUR_CAST, "grey-edge"));

    private record Rule(Kind kind, String stage) {
        /// Whether a network does it.
        boolean learnt() {
            return TONES.contains(kind);
        }

        /// Whether it is for what is mended after filling: sharpening would spread what is lost.
        boolean late() {
            return BLURS.contains(kind) || TONES.contains(kind);
        }
    }

    /// Leaves faces alone.
    public Planner(Preset preset, boolean networks, boolean mask) {
        this(preset, networks, mask, Optional.empty());
    }

    /// The plan for a scan, which is diagnosed.
    public Plan plan(Samples scan) {
        return plan(scan, Diagnostician.standard().diagnose(scan.photo(diagnosed(scan.size()))));
    }

    /// The plan for a scan and what was found in it; what it does about blur is tried on a part of the scan.
    public Plan plan(Samples scan, Diagnosis diagnosis) {
        Plan plan = plan(diagnosis);
        boolean tiny = Math.min(scan.size().width(), scan.size().height()) < TINY;
        return new DeblurTrial(scan.photo(middle(scan.size(), TRIED)))
                .proven(tiny && !mask && preset == Preset.FAMILY ? unsearched(plan) : plan);
    }

    /// Of a thumbnail, whose teeth and eyes are as large as marks are elsewhere.
    private static Plan unsearched(Plan plan) {
        List<Step> steps = plan.steps().stream()
                .map(step -> step.stage().equals(FIND_SCRATCHES)
                        ? new Step(
                                FIND_SCRATCHES, false, step.options(), step.reason() + "; off, for the photo is tiny")
                        : step)
                .toList();
        return new Plan(steps, plan.outside());
    }

    /// The part of a scan that is diagnosed: all of it, or the middle of a huge one.
    public static Region diagnosed(Size scan) {
        return middle(scan, MOST);
    }

    /// @param most pixels
    static Region middle(Size size, int most) {
        double share = Math.min(1, Math.sqrt((double) most / size.area()));
        Size part = new Size(Math.max(1, (int) (share * size.width())), Math.max(1, (int) (share * size.height())));
        int row = (size.height() - part.height()) / 2 / GRID * GRID;
        int column = (size.width() - part.width()) / 2 / GRID * GRID;
        return new Region(row, column, part);
    }

    /// The plan for what was found.
    public Plan plan(Diagnosis diagnosis) {
        List<Step> steps = new ArrayList<>();
        if (networks) {
            steps.add(finding(diagnosis));
        }
        switch (preset) {
            case ARCHIVE -> filling(diagnosis).ifPresent(steps::add);
            case FAMILY -> family(diagnosis, steps);
            case SEQUENTIAL -> {
                follow(rule -> !rule.late(), diagnosis, steps);
                filling(diagnosis).ifPresent(steps::add);
                follow(Rule::late, diagnosis, steps);
            }
        }
        return new Plan(steps, preset != Preset.ARCHIVE);
    }

    private void family(Diagnosis diagnosis, List<Step> steps) {
        if (!networks) {
            filling(diagnosis).ifPresent(steps::add);
        }
        follow(rule -> !(networks && rule.learnt()), diagnosis, steps);
        if (networks) {
            steps.add(network(SCENE, diagnosis, MENDED, "The network mends noise, blur and JPEG where it sees any"));
            steps.add(network(UNFADE, diagnosis, TONES, "The network takes fading back where it sees any"));
            faces.map(wish -> new Step(FACES, true, wish.options(), "Each face that is blurred or noisy is refined"))
                    .ifPresent(steps::add);
        }
    }

    private static void follow(Predicate<Rule> chosen, Diagnosis diagnosis, List<Step> steps) {
        for (Rule rule : RULES) {
            if (chosen.test(rule)) {
                cause(rule.kind(), diagnosis)
                        .map(found -> new Step(rule.stage(), true, options(found, diagnosis), found.sentence()))
                        .ifPresent(steps::add);
            }
        }
    }

    private static Step finding(Diagnosis diagnosis) {
        return network(FIND_SCRATCHES, diagnosis, MARKS, "The network looks for scratches, dust and holes itself");
    }

    private static Step network(String name, Diagnosis diagnosis, List<Kind> kinds, String otherwise) {
        return new Step(name, true, Map.of(), reason(diagnosis, kinds).orElse(otherwise));
    }

    /// Off where nobody will know what is lost.
    private Optional<Step> filling(Diagnosis diagnosis) {
        Optional<String> found = reason(diagnosis, MARKS);
        if (mask || networks) {
            return Optional.of(new Step(FILL, true, Map.of(), found.orElse("Fills what is lost, and only that")));
        }
        return found.map(reason -> new Step(FILL, false, Map.of(), reason + "; give a mask and switch this on"));
    }

    private static Optional<String> reason(Diagnosis diagnosis, List<Kind> kinds) {
        List<String> sentences = kinds.stream()
                .flatMap(kind -> diagnosis.of(kind).stream())
                .map(Finding::sentence)
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
    }

    private static boolean curable(Finding finding) {
        return switch (finding.degradation()) {
            case MotionBlur(double length, double _) -> length < LONGEST && finding.confidence() >= SURE;
            case Defocus(double radius) -> 2 * radius < LONGEST && finding.confidence() >= SURE;
            case Blur(int _, double sigma) -> 4 * sigma < LONGEST && finding.confidence() >= SURE;
            default -> true;
        };
    }

    /// What a rule is for. Noise that is too little to be seen is a cause where blur is undone, which amplifies it.
    private static Optional<Finding> cause(Kind kind, Diagnosis diagnosis) {
        Optional<Finding> found = diagnosis.of(kind).filter(Planner::curable);
        if (kind != Kind.GAUSSIAN_NOISE || found.isPresent()) {
            return found;
        }
        boolean sharpened = BLURS.stream()
                .anyMatch(blur -> diagnosis.of(blur).filter(Planner::curable).isPresent());
        boolean other =
                OTHER_NOISE.stream().anyMatch(noise -> diagnosis.of(noise).isPresent());
        return Optional.of(diagnosis)
                .filter(_ -> sharpened && !other)
                .flatMap(Planner::whiteNoise)
                .filter(noise -> sigma(noise) >= LITTLE);
    }

    /// The surest blur that was found.
    static Optional<Finding> blur(Diagnosis diagnosis) {
        return BLURS.stream()
                .flatMap(kind -> diagnosis.of(kind).stream())
                .max(Comparator.comparingDouble(Finding::confidence));
    }

    /// How a blur is written down.
    static String psf(Finding blur, Diagnosis diagnosis) {
        return Objects.requireNonNull(options(blur, diagnosis).get("psf"));
    }

    /// The standard deviation of white noise, as it is written down.
    static String amount(Finding noise) {
        return number(Math.min(1, sigma(noise)));
    }

    /// The strongest that any detector saw, sure or not.
    static Optional<Finding> whiteNoise(Diagnosis diagnosis) {
        return diagnosis.weighed().stream()
                .filter(finding -> sigma(finding) > 0)
                .max(Comparator.comparingDouble(Planner::sigma));
    }

    private static double sigma(Finding finding) {
        return finding.degradation() instanceof GaussianNoise(double sigma) ? sigma : 0;
    }

    private static Map<String, String> options(Finding finding, Diagnosis diagnosis) {
        Map<String, String> options = switch (finding.degradation()) {
            case Compression(int quality) -> Map.of("quality", Integer.toString(quality));
            case GaussianNoise(double sigma) -> Map.of("sigma", number(Math.min(1, sigma)));
            case Speckle(double sigma) -> Map.of("sigma", number(Math.min(1, sigma)));
            case Poisson(double peak) -> Map.of("peak", number(Math.clamp(peak, 0.5, 1e6)));
            case Grain(double sigma, double radius) ->
                Map.of("sigma", number(Math.min(1, sigma)), "radius", number(Math.min(4, radius)));
            case MotionBlur(double length, double degrees) ->
                blur(diagnosis, "motion", number(length), number(degrees));
            case Defocus(double radius) -> blur(diagnosis, "disc", number(radius));
            case Blur(int _, double sigma) -> blur(diagnosis, "gaussian", number(sigma));
            default -> Map.of();
        };
        return new TreeMap<>(options); // one order, so that a plan is the same text every time
    }

    /// The noise counts even where it is too little to be a finding, for sharpening amplifies it; and less where a
    /// stage has taken it out before.
    private static Map<String, String> blur(Diagnosis diagnosis, String... psf) {
        double noise = whiteNoise(diagnosis).map(Planner::sigma).orElse(0.0);
        boolean takenOut = cause(Kind.GAUSSIAN_NOISE, diagnosis).isPresent();
        double left = Math.min(1, takenOut ? LEFT * noise : noise);
        return Map.of("psf", String.join(":", psf), "noise", number(left));
    }

    /// Four digits.
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
