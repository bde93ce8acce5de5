package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Covering;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.random.RandomGenerator;

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
            case LowResolution low -> photo.map(plane -> coarse(plane, low));
            case Compression compression -> Jpeg.roundTrip(photo, compression.quality());
            case Fading fading -> faded(photo, fading);
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

    private static Plane coarse(Plane plane, LowResolution low) {
        Size size = plane.size();
        Size fewer = new Size(Math.max(1, (int) Math.round(size.width() * low.widthShare())), Math.max(1, (int)
                Math.round(size.height() * low.heightShare())));
        Plane small = Resample.area(plane, fewer);
        return low.nearest() ? Resample.nearest(small, size) : Resample.bilinear(small, size);
    }

    private static Photo faded(Photo photo, Fading fading) {
        Plane luminance = Luminance.of(photo);
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
