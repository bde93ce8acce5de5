package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import java.util.Comparator;
import java.util.List;

/// Finds out what is wrong with a photo.
///
/// ```java
/// Diagnosis diagnosis = Diagnostician.standard().diagnose(photo);
/// diagnosis.findings().forEach(finding -> System.out.println(finding.sentence()));
/// ```
///
/// @param detectors one for each kind of damage
public record Diagnostician(List<Detector> detectors) {
    /// The confidence from which something counts as found.
    public static final double SURE = 0.5;

    public Diagnostician {
        detectors = List.copyOf(detectors);
    }

    /// With every detector that needs no network.
    public static Diagnostician standard() {
        return new Diagnostician(List.of(
                new GaussianNoiseDetector(),
                new PoissonDetector(),
                new SpeckleDetector(),
                new GrainDetector(),
                new SaltAndPepperDetector(),
                new PeriodicDetector(),
                new BandingDetector(),
                new CompressionDetector(),
                new BlurDetector(),
                new FadingDetector(),
                new CastDetector(),
                new ScratchDetector(),
                new DustDetector()));
    }

    /// That looks for marks on the photo only.
    public static Diagnostician marks() {
        return new Diagnostician(List.of(new ScratchDetector(), new DustDetector()));
    }

    /// Measures the photo once and asks every detector.
    public Diagnosis diagnose(Photo photo) {
        Measurements measured = Measurements.of(photo);
        List<Finding> weighed = detectors.parallelStream()
                .map(detector -> detector.examine(measured))
                .sorted(Comparator.comparingDouble(Diagnostician::rank).reversed())
                .toList();
        List<Finding> findings =
                weighed.stream().filter(finding -> finding.confidence() >= SURE).toList();
        return new Diagnosis(findings, measured.tones().toning(), weighed);
    }

    private static double rank(Finding finding) {
        return finding.confidence() * finding.kind().weight();
    }
}
