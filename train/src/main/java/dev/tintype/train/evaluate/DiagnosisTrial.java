package dev.tintype.train.evaluate;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.train.synthesize.KnownDamage;
import dev.tintype.train.synthesize.KnownDamage.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Puts photos of known damage before a diagnostician.
///
/// @param damage where they come from
/// @param count how many, the same number of each kind and of sound ones
/// @param seed of the first; the same seed makes the same photos
public record DiagnosisTrial(KnownDamage damage, int count, long seed) {

    /// What was done to a photo and what was found in it, the surest first.
    ///
    /// @param seconds that the diagnosis took
    public record Verdict(long seed, Optional<Degradation> truth, List<Finding> findings, double seconds) {
        /// The kind of damage, if any.
        public Optional<Kind> kind() {
            return truth.map(Kind::of);
        }

        /// The kind that was most surely found, if any.
        public Optional<Kind> main() {
            return findings.stream().findFirst().map(Finding::kind);
        }

        /// The parameter of what was done and of what was found, where the main kind is right and has one number.
        public List<Double> parameters() {
            List<Double> both = new ArrayList<>();
            if (truth.isPresent() && kind().equals(main())) {
                parameter(truth.get()).ifPresent(both::add);
                parameter(findings.getFirst().degradation()).ifPresent(both::add);
            }
            return both;
        }
    }

    /// Makes and diagnoses all of them.
    public List<Verdict> run() {
        Diagnostician diagnostician = Diagnostician.standard();
        List<Optional<Kind>> kinds = kinds();
        return IntStream.range(0, count)
                .mapToObj(i -> judge(diagnostician, kinds.get(i % kinds.size()), seed + i))
                .toList();
    }

    /// What photos are made with, none last.
    public static List<Optional<Kind>> kinds() {
        List<Optional<Kind>> kinds = new ArrayList<>();
        KnownDamage.KINDS.forEach(kind -> kinds.add(Optional.of(kind)));
        kinds.add(Optional.empty());
        return kinds;
    }

    private Verdict judge(Diagnostician diagnostician, Optional<Kind> kind, long number) {
        Sample sample = damage.sample(kind, number);
        long start = System.nanoTime();
        Diagnosis diagnosis = diagnostician.diagnose(sample.photo());
        return new Verdict(number, sample.damage(), diagnosis.findings(), (System.nanoTime() - start) / 1e9);
    }

    private static Optional<Double> parameter(Degradation degradation) {
        return switch (degradation) {
            case GaussianNoise(double sigma) -> Optional.of(255 * sigma);
            case Poisson(double peak) -> Optional.of(peak);
            case Speckle(double sigma) -> Optional.of(255 * sigma);
            case Grain(double sigma, double _) -> Optional.of(255 * sigma);
            case SaltAndPepper(double share, double _) -> Optional.of(share);
            case Periodic(double _, double period, double _) -> Optional.of(period);
            case Compression(int quality) -> Optional.of((double) quality);
            case MotionBlur(double length, double _) -> Optional.of(length);
            case Defocus(double radius) -> Optional.of(radius);
            case Degradation.Blur(int _, double sigma) -> Optional.of(sigma);
            case Degradation.Banding(double sigma, boolean _) -> Optional.of(255 * sigma);
            default -> Optional.empty();
        };
    }
}
