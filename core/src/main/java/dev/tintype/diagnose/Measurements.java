package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// What several detectors need of a photo, measured once. Impulses are taken out first, since they would spoil all
/// else.
public final class Measurements {
    private final Photo photo;
    private final Impulses impulses;
    private final Plane luminance;
    private final double sigma;
    private final NoiseCurve curve;
    private final FlatBlocks flat;
    private final LineProfile rows;
    private final LineProfile columns;
    private final Tones tones;
    private final SpectralPeak peak;
    private final Marks marks;

    private Measurements(Photo photo) {
        this.photo = photo;
        impulses = Impulses.of(photo);
        List<Plane> channels = impulses.repaired().planes();
        luminance = impulses.repaired().luminance();
        Supplier<LineProfile> down = () -> LineProfile.of(luminance, true);
        Supplier<LineProfile> across = () -> LineProfile.of(luminance, false);
        var later = CompletableFuture.supplyAsync(down).thenCombine(CompletableFuture.supplyAsync(across), List::of);
        var laterTones = CompletableFuture.supplyAsync(() -> Tones.of(photo, luminance));
        var laterFlat = CompletableFuture.supplyAsync(() -> FlatBlocks.of(luminance, channels));
        var laterPeak = CompletableFuture.supplyAsync(() -> SpectralPeak.of(luminance));
        rows = later.join().get(0);
        columns = later.join().get(1);
        peak = laterPeak.join();
        List<Plane> even = PeriodicDetector.confidence(this) < Diagnostician.SURE
                ? channels
                : channels.parallelStream().map(peak::takenFrom).toList(); // a fast wave looks like noise
        curve = NoiseCurve.of(even);
        sigma = even.parallelStream().mapToDouble(NoiseLevel::sigma).average().orElse(0);
        tones = laterTones.join();
        flat = laterFlat.join();
        marks = new Marks(luminance, sigma);
    }

    /// Measures a photo. One whose three channels are the same is taken as grey.
    public static Measurements of(Photo photo) {
        return new Measurements(same(photo) ? new Photo(photo.planes().subList(0, 1)) : photo);
    }

    /// The photo, with one plane if it is grey.
    public Photo photo() {
        return photo;
    }

    /// The photo without impulses.
    public Photo clean() {
        return impulses.repaired();
    }

    /// Its brightness as ITU-R BT.601 weighs it, without impulses.
    public Plane luminance() {
        return luminance;
    }

    /// The standard deviation of white noise in a channel, in sample units.
    public double sigma() {
        return sigma;
    }

    Impulses impulses() {
        return impulses;
    }

    NoiseCurve curve() {
        return curve;
    }

    FlatBlocks flat() {
        return flat;
    }

    LineProfile rows() {
        return rows;
    }

    LineProfile columns() {
        return columns;
    }

    SpectralPeak peak() {
        return peak;
    }

    Marks marks() {
        return marks;
    }

    Tones tones() {
        return tones;
    }

    private static boolean same(Photo photo) {
        if (photo.grey()) {
            return false;
        }
        float[] red = photo.planes().get(0).toArray();
        return java.util.Arrays.equals(red, photo.planes().get(1).toArray())
                && java.util.Arrays.equals(red, photo.planes().get(2).toArray());
    }
}
