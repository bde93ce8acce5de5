package dev.tintype.train.evaluate;

import dev.tintype.measure.SlicedWasserstein;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.PhotoLibrary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/// Measures how much alike old, aged and sound photos are to an encoder: sliced Wasserstein distances between their
/// latents at places chosen at random.
///
/// Real old photos show other things than aged ones do, so no encoder reaches the distance between two halves of the
/// aged photos, which is what chance alone makes.
///
/// @param encoder of old photos
/// @param ageing makes aged photos, and sound ones
/// @param old real old photos
/// @param crops of each kind
/// @param side of a crop, pixels, a multiple of 8
public record LatentTrial(Encoder encoder, Ageing ageing, PhotoLibrary old, int crops, int side) {
    private static final int PLACES = 16; // of a crop
    private static final int BASES = 8;
    private static final long SEED = 11;

    /// Distances in the units of the latent, and the spread to judge them by.
    ///
    /// @param realToAged between real old photos and aged ones: what training is to make small
    /// @param agedToSound between aged photos and sound ones
    /// @param chance between aged photos and other aged photos
    /// @param spread root of the summed variances of the latents of aged photos
    public record Distances(double realToAged, double agedToSound, double chance, double spread) {}

    /// Draws the photos and measures.
    public Distances measure() {
        float[] real = latents(seed -> old.crop(side, new SplittableRandom(seed)), 0);
        float[] aged = latents(seed -> ageing.sample(side, seed).aged(), 0);
        float[] others = latents(seed -> ageing.sample(side, seed).aged(), crops);
        float[] sound = latents(seed -> ageing.sample(side, seed).sound(), crops);
        int channels = aged.length / (crops * PLACES);
        SlicedWasserstein metric = new SlicedWasserstein(BASES, SEED);
        return new Distances(
                metric.distance(real, aged, channels),
                metric.distance(sound, aged, channels),
                metric.distance(others, aged, channels),
                spread(aged, channels));
    }

    /// The latents of as many crops, place after place.
    private float[] latents(LongFunction<Photo> photos, long first) {
        float[] all = new float[0];
        for (int i = 0; i < crops; i++) {
            float[] some = latents(photos.apply(first + i), first + i);
            all = i == 0 ? new float[crops * some.length] : all;
            System.arraycopy(some, 0, all, i * some.length, some.length);
        }
        return all;
    }

    private float[] latents(Photo photo, long seed) {
        try (Scope _ = Scope.open()) {
            Tensor latent = Scope.inference(
                    () -> encoder.forward(Pixels.of(List.of(photo))).latent()); // (1, channels, side/4, side/4)
            int channels = (int) latent.size(1);
            int places = (int) (latent.size(2) * latent.size(3));
            float[] values = latent.reshape(channels, places).toArray();
            SplittableRandom random = new SplittableRandom(seed);
            float[] chosen = new float[PLACES * channels];
            for (int i = 0; i < PLACES; i++) {
                int place = random.nextInt(places);
                for (int c = 0; c < channels; c++) {
                    chosen[i * channels + c] = values[c * places + place];
                }
            }
            return chosen;
        }
    }

    private static double spread(float[] points, int dimensions) {
        double sum = 0;
        int count = points.length / dimensions;
        for (int c = 0; c < dimensions; c++) {
            double mean = 0;
            double square = 0;
            for (int i = c; i < points.length; i += dimensions) {
                mean += points[i] / count;
                square += (double) points[i] * points[i] / count;
            }
            sum += square - mean * mean;
        }
        return Math.sqrt(sum);
    }
}
