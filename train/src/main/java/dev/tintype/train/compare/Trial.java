package dev.tintype.train.compare;

import com.sun.management.OperatingSystemMXBean;
import dev.tintype.measure.Gmsd;
import dev.tintype.measure.MsSsim;
import dev.tintype.measure.Niqe;
import dev.tintype.measure.Psnr;
import dev.tintype.measure.Ssim;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Photo;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// A restoration and what it cost.
///
/// @param bytes the most memory that the process took while it ran
record Trial(Restoration restoration, double seconds, double cpuSeconds, long bytes) {
    private static final double MOST = 100; // dB of a picture that is nearly the truth, so that means stay finite

    /// Restores and measures what it costs.
    static Trial of(Supplier<Restoration> work) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        MemoryWatch.release();
        try (MemoryWatch watch = MemoryWatch.start()) {
            long start = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            Restoration restoration = work.get();
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Trial(restoration, seconds, cpuSeconds, watch.most());
        }
    }

    /// All numbers.
    ///
    /// @param before bytes that the process took before the method was opened
    Map<Measure, Double> numbers(Photo truth, long before, Niqe niqe) {
        Map<Measure, Double> numbers = quality(restoration.restored().samples().photo(), truth, niqe);
        numbers.put(Measure.SECONDS, seconds);
        numbers.put(Measure.CPU_SECONDS, cpuSeconds);
        numbers.put(Measure.MEMORY, Math.max(0, bytes - before) / 1e6);
        return numbers;
    }

    private static Map<Measure, Double> quality(Photo restored, Photo truth, Niqe niqe) {
        if (!restored.size().equals(truth.size())) {
            throw new IllegalArgumentException("the restored photo is %d x %d pixels, the truth %d x %d"
                    .formatted(
                            restored.size().width(),
                            restored.size().height(),
                            truth.size().width(),
                            truth.size().height()));
        }
        Photo x = inColour(restored, truth);
        Photo y = inColour(truth, restored);
        Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        put(numbers, Measure.PSNR, () -> Math.min(MOST, new Psnr().score(x, y)));
        put(numbers, Measure.SSIM, () -> new Ssim().score(x, y));
        put(numbers, Measure.MS_SSIM, () -> new MsSsim().score(x, y));
        put(numbers, Measure.GMSD, () -> new Gmsd().score(x, y));
        put(numbers, Measure.NIQE, () -> niqe.score(x));
        return numbers;
    }

    /// What can be said of the truth.
    static Map<Measure, Double> ofTruth(Photo truth, Niqe niqe) {
        Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        put(numbers, Measure.NIQE, () -> niqe.score(truth));
        return numbers;
    }

    private static void put(Map<Measure, Double> numbers, Measure measure, DoubleSupplier score) {
        try {
            numbers.put(measure, score.getAsDouble());
        } catch (IllegalArgumentException _) {
            // the photo is too small for this metric
        }
    }

    /// A grey photo beside one in colour has three equal channels.
    private static Photo inColour(Photo photo, Photo other) {
        return photo.grey() && !other.grey()
                ? new Photo(List.of(
                        photo.planes().getFirst(),
                        photo.planes().getFirst(),
                        photo.planes().getFirst()))
                : photo;
    }
}
