package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Covering;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/// Ages a sound photo: the forward model of every degradation. Every result is clipped to 0 to 1, as a scanner would.
public record Degrader(RandomGenerator random) {

    /// The photo after several degradations, the first one first.
    public Photo apply(List<Degradation> degradations, Photo photo) {
        Photo aged = photo;
        for (Degradation degradation : degradations) {
            aged = apply(degradation, aged);
        }
        return aged;
    }

    /// The photo after one degradation.
    public Photo apply(Degradation degradation, Photo photo) {
        return switch (degradation) {
            case Blur blur -> photo.map(plane -> Convolution.gaussian(plane, blur.side(), blur.sigma()));
            case GaussianNoise noise -> photo.map(plane -> noisy(plane, 0, noise.sigma()));
            case Speckle speckle -> photo.map(plane -> noisy(plane, speckle.sigma(), 0));
            case SaltAndPepper noise -> photo.map(plane -> peppered(plane, noise));
            case Grain grain -> grainy(photo, grain);
            case Poisson poisson ->
                photo.map(plane -> plane.map(x -> clip(photons(x * poisson.peak()) / poisson.peak())));
            case Periodic periodic -> waved(photo, periodic);
            case Banding banding -> banded(photo, banding);
            case MotionBlur blur -> photo.map(plane -> Convolution.with(plane, blur.psf()));
            case Defocus blur -> photo.map(plane -> Convolution.with(plane, blur.psf()));
            case LowResolution low -> photo.map(plane -> coarse(plane, low));
            case Compression compression -> Jpeg.roundTrip(photo, compression.quality());
            case Fading fading -> faded(photo, fading);
            case Scratches scratches -> painted(photo, scratches.where(), scratches.tone());
            case Dust dust -> painted(photo, dust.where(), dust.tone());
            case Covering covering -> covered(photo, covering);
        };
    }

    private Plane noisy(Plane plane, double relative, double absolute) {
        float[] x = plane.toArray();
        for (int i = 0; i < x.length; i++) {
            double sigma = relative * x[i] + absolute;
            x[i] = clip(x[i] + sigma * random.nextGaussian());
        }
        return Plane.copyOf(plane.size(), x, 0);
    }

    private Plane peppered(Plane plane, SaltAndPepper noise) {
        return plane.map(x -> random.nextDouble() >= noise.share() ? x : random.nextDouble() < noise.salt() ? 1 : 0);
    }

    private Photo grainy(Photo photo, Grain grain) {
        Plane white = Plane.of(photo.size(), (row, column) -> (float) random.nextGaussian());
        int side = 2 * (int) Math.ceil(2 * grain.radius()) + 1;
        float[] silver = Convolution.gaussian(white, side, grain.radius()).toArray();
        double power = 0;
        for (float value : silver) {
            power += value * value;
        }
        double scale = grain.sigma() / Math.sqrt(power / silver.length + 1e-12);
        return photo.map(plane -> {
            float[] x = plane.toArray();
            for (int i = 0; i < x.length; i++) {
                x[i] = clip(x[i] + scale * silver[i]);
            }
            return Plane.copyOf(plane.size(), x, 0);
        });
    }

    /// A draw from the Poisson distribution: products of uniform numbers for small means, rounded normal ones beyond.
    private double photons(double mean) {
        if (mean > 60) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private Photo waved(Photo photo, Periodic wave) {
        double across = 2 * Math.PI / wave.period() * Math.cos(Math.toRadians(wave.degrees()));
        double down = -2 * Math.PI / wave.period() * Math.sin(Math.toRadians(wave.degrees()));
        double phase = 2 * Math.PI * random.nextDouble();
        return photo.map(plane -> Plane.of(
                plane.size(),
                (row, column) -> clip(
                        plane.at(row, column) + wave.amplitude() * Math.cos(across * column + down * row + phase))));
    }

    private Photo banded(Photo photo, Banding banding) {
        int lines = banding.rows() ? photo.size().height() : photo.size().width();
        double[] offsets =
                DoubleStream.generate(random::nextGaussian).limit(lines).toArray();
        return photo.map(plane -> Plane.of(
                plane.size(),
                (row, column) ->
                        clip(plane.at(row, column) + banding.sigma() * offsets[banding.rows() ? row : column])));
    }

    private static Photo painted(Photo photo, Mask where, double tone) {
        return photo.map(plane -> Plane.of(plane.size(), (row, column) -> {
            float x = plane.at(row, column);
            return clip(x + where.damage().at(row, column) * (tone - x));
        }));
    }

    private static Plane coarse(Plane plane, LowResolution low) {
        Size size = plane.size();
        Size fewer = new Size(Math.max(1, (int) Math.round(size.width() * low.widthShare())), Math.max(1, (int)
                Math.round(size.height() * low.heightShare())));
        Plane small = Resample.area(plane, fewer);
        return low.nearest() ? Resample.nearest(small, size) : Resample.bilinear(small, size);
    }

    private static Photo faded(Photo photo, Fading fading) {
        Plane luminance = photo.luminance();
        Plane[] planes = new Plane[photo.planes().size()];
        for (int c = 0; c < planes.length; c++) {
            float[] l = luminance.toArray();
            float[] x = photo.planes().get(c).toArray();
            double cast = fading.cast().of(c);
            for (int i = 0; i < x.length; i++) {
                double dull = Math.clamp(l[i] + (x[i] - l[i]) * fading.saturation(), 0, 1);
                x[i] = clip(fading.lo() + (fading.hi() - fading.lo()) * Math.pow(dull, fading.gamma()) + cast);
            }
            planes[c] = Plane.copyOf(photo.size(), x, 0);
        }
        return new Photo(List.of(planes));
    }

    private static Photo covered(Photo photo, Covering covering) {
        float[] cover = covering.cover().toArray();
        Plane[] planes = new Plane[photo.planes().size()];
        for (int c = 0; c < planes.length; c++) {
            float[] x = photo.planes().get(c).toArray();
            float[] paint = covering.paint().planes().get(c).toArray();
            for (int i = 0; i < x.length; i++) {
                x[i] += cover[i] * (paint[i] - x[i]);
            }
            planes[c] = Plane.copyOf(photo.size(), x, 0);
        }
        return new Photo(List.of(planes));
    }

    private static float clip(double x) {
        return (float) Math.clamp(x, 0, 1);
    }
}
