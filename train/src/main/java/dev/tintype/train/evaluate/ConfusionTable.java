package dev.tintype.train.evaluate;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.train.evaluate.DiagnosisTrial.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What was done against what was found.
public record ConfusionTable(List<Verdict> verdicts) {
    private static final Set<Kind> NOISE = EnumSet.of(
            Kind.GAUSSIAN_NOISE,
            Kind.POISSON,
            Kind.SPECKLE,
            Kind.GRAIN,
            Kind.SALT_AND_PEPPER,
            Kind.PERIODIC,
            Kind.BANDING);

    public ConfusionTable {
        verdicts = List.copyOf(verdicts);
    }

    /// The share of photos whose main kind is right, 0 to 1.
    public double right() {
        return share(verdicts);
    }

    /// The same among photos with noise.
    public double rightOfNoise() {
        return share(verdicts.stream()
                .filter(verdict -> verdict.kind().filter(NOISE::contains).isPresent())
                .toList());
    }

    /// The share of the photos of a kind, or of sound ones, whose main kind is right.
    public double right(Optional<Kind> kind) {
        return share(of(kind));
    }

    private static double share(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToDouble(verdict -> verdict.kind().equals(verdict.main()) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private List<Verdict> of(Optional<Kind> kind) {
        return verdicts.stream().filter(verdict -> verdict.kind().equals(kind)).toList();
    }

    /// A row for each photo.
    public String csv() {
        StringBuilder text = new StringBuilder("seed,truth,found,true_parameter,found_parameter,seconds,all\n");
        for (Verdict verdict : verdicts) {
            List<Double> both = verdict.parameters();
            String numbers = both.size() == 2 ? String.format(Locale.ROOT, "%.4f,%.4f", both.get(0), both.get(1)) : ",";
            String all = verdict.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%.3f,\"%s\"%n",
                    verdict.seed(),
                    word(verdict.kind()),
                    word(verdict.main()),
                    numbers,
                    verdict.seconds(),
                    all));
        }
        return text.toString();
    }

    /// The table as Markdown, with the shares that matter.
    public String markdown() {
        List<Optional<Kind>> kinds = DiagnosisTrial.kinds();
        StringBuilder text = new StringBuilder("| done \\ found |");
        kinds.forEach(kind -> text.append(String.format(Locale.ROOT, " %s |", word(kind))));
        text.append(" right |\n|---|").append("---|".repeat(kinds.size() + 1)).append('\n');
        for (Optional<Kind> done : kinds) {
            List<Verdict> row = of(done);
            text.append(String.format(Locale.ROOT, "| %s |", word(done)));
            for (Optional<Kind> found : kinds) {
                long count = row.stream()
                        .filter(verdict -> verdict.main().equals(found))
                        .count();
                text.append(count == 0 ? " |" : String.format(Locale.ROOT, " %d |", count));
            }
            text.append(String.format(Locale.ROOT, " %.0f %% |%n", 100 * share(row)));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%d photos. Main kind right: %.1f %%; of noise: %.1f %%; sound ones called sound: %.1f %%. "
                        + "%.2f s a photo.%n",
                verdicts.size(),
                100 * right(),
                100 * rightOfNoise(),
                100 * right(Optional.empty()),
                verdicts.stream().mapToDouble(Verdict::seconds).average().orElse(0)));
        text.append(String.format(
                Locale.ROOT,
                "Sigma of Gaussian noise of 5/255 and more within 10 %%: %.0f %%. Motion of 7 px and more within 1.5 px "
                        + "and 3 degrees: %.0f %%.%n",
                100 * near(GaussianNoise.class, ConfusionTable::sigmaIsNear),
                100 * near(MotionBlur.class, ConfusionTable::motionIsNear)));
        return text.toString();
    }

    /// The share of the photos of a degradation, where it is strong enough to be asked for, whose parameter is right.
    private <D extends Degradation> double near(Class<D> type, BiFunction<D, List<Finding>, Optional<Boolean>> judge) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.truth().filter(type::isInstance).map(type::cast).stream()
                        .flatMap(truth -> judge.apply(truth, verdict.findings()).stream()))
                .mapToDouble(right -> right ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static Optional<Boolean> sigmaIsNear(GaussianNoise truth, List<Finding> findings) {
        if (truth.sigma() * 255 < 5) {
            return Optional.empty();
        }
        return Optional.of(findings.stream()
                .anyMatch(finding -> finding.degradation() instanceof GaussianNoise(double sigma)
                        && Math.abs(sigma - truth.sigma()) <= 0.1 * truth.sigma()));
    }

    private static Optional<Boolean> motionIsNear(MotionBlur truth, List<Finding> findings) {
        if (truth.length() < 7) {
            return Optional.empty();
        }
        return Optional.of(findings.stream()
                .anyMatch(finding -> finding.degradation() instanceof MotionBlur(double length, double degrees)
                        && Math.abs(length - truth.length()) <= 1.5
                        && turn(degrees - truth.degrees()) <= 3));
    }

    /// The angle between two lines, 0 to 90 degrees.
    private static double turn(double degrees) {
        double turn = Math.abs(degrees) % 180;
        return Math.min(turn, 180 - turn);
    }

    private static String word(Optional<Kind> kind) {
        return kind.map(Kind::words).orElse("nothing");
    }
}
