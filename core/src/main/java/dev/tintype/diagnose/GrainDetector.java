package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Grain;
import java.util.LinkedHashMap;
import java.util.Map;

/// Noise that is the same in all channels and varies together over a pixel or two, in the flattest blocks of every tone
/// and nearly as much in all of them: texture always leaves some blocks alone.
final class GrainDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        FlatBlocks flat = measured.flat();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("correlation of neighbours", flat.one());
        numbers.put("correlation over four pixels", flat.four());
        numbers.put("least sigma of a tone", flat.least());
        numbers.put("evenness", flat.tail());
        numbers.put("difference of across and down", flat.uneven());
        numbers.put("kurtosis", flat.kurtosis());
        return new Finding(new Grain(flat.middle(), radius(flat.one())), confidence(measured), numbers);
    }

    static double confidence(Measurements measured) {
        FlatBlocks flat = measured.flat();
        double correlated = Math.min(Confidence.of(flat.one(), 0.38, 0.43), Confidence.of(flat.four(), 0.07, 0.03));
        double everywhere = Confidence.of(255 * flat.least(), 3.6, 4.4);
        double even = Confidence.of(flat.tail(), 0.6, 0.66);
        double round = Confidence.of(flat.uneven(), 0.08, 0.06);
        double normal = Confidence.of(flat.kurtosis(), 3.8, 3.5);
        return Math.min(Math.min(correlated, everywhere), Math.min(Math.min(even, round), normal))
                * (1 - PeriodicDetector.confidence(measured));
    }

    /// A Gaussian of this radius gives neighbours the correlation `e^(−1/(4r²))`.
    private static double radius(double correlation) {
        return Math.sqrt(-1 / (4 * Math.log(Math.clamp(correlation, 0.02, 0.98))));
    }
}
