package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.FaceView;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Ages sharp portraits, each from its own random seed, has them restored, and cuts their faces out: what is left to be
/// done when a photo has been restored is what a refiner must learn. Some faces have few pixels, as in groups; most are
/// shown pixel by pixel, as large ones are refined.
///
/// @param restore what is done to a photo before faces are refined, without a change of tones
public record MendedFaces(Portraits portraits, UnaryOperator<Samples> restore) implements Source<MendedFace> {
    private static final double SMALLEST = 60; // pixels of the photo that the side of the square covers
    private static final double LARGEST = 260;
    private static final double CLOSE = 0.6; // share of the faces that are shown pixel by pixel
    private static final double LEAST_SIZE = 0.9; // of a portrait for these
    private static final double MOST_SIZE = 1.1;
    private static final double AROUND = 0.15; // of the square, what is restored with it on each side
    private static final double LARGE = 170; // from here on a face bears what portraits bear
    private static final double TINY = 130; // below, what is left of a face bears no strong damage
    private static final double SOUND = 0.1; // shares of all faces
    private static final double AS_PORTRAITS = 0.5;
    private static final double SCREENED = 0.06;
    private static final List<Strength> STRENGTHS = List.of(Strength.values());
    private static final double GREY = 0.3;
    private static final double SEPIA = 0.2;

    /// @param side of the square, pixels; a multiple of 8. Larger ones than [FaceRefiner#SIDE] are for faces with more
    /// pixels, all of which are shown pixel by pixel
    @Override
    public MendedFace sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        Recipe recipe = new Recipe(random);
        Portrait portrait = portraits.found(random);
        double whole = portrait.face().covered();
        boolean close = side > FaceRefiner.SIDE || random.nextDouble() < CLOSE;
        double covered = close
                ? Math.min(whole, side) * recipe.uniform(LEAST_SIZE, MOST_SIZE)
                : Math.exp(recipe.uniform(Math.log(SMALLEST), Math.log(LARGEST)));
        Placed placed =
                Placed.of(portrait, covered / whole, Face.upright(side, close ? Math.min(1, covered / side) : 1), side);
        Photo sound = Ageing.rounded(Toning.random(placed.photo(), recipe, GREY, SEPIA));
        Samples aged = Samples.of(aged(sound, covered, recipe), Depth.BITS_16);
        FaceView view = FaceView.of(restore.apply(aged), aged, Optional.empty(), placed.place(), side);
        Samples truth = Samples.of(sound, Depth.BITS_16);
        Photo upright = FaceView.of(truth, truth, Optional.empty(), placed.place(), side)
                .mended();
        return new MendedFace(view, upright);
    }

    private static Photo aged(Photo sound, double covered, Recipe recipe) {
        Random random = recipe.random();
        if (random.nextDouble() < SOUND) {
            return sound;
        }
        List<Degradation> damage = new ArrayList<>();
        if (covered > LARGE && random.nextDouble() < AS_PORTRAITS) {
            damage.addAll(STRENGTHS.get(random.nextInt(STRENGTHS.size())).draw(recipe));
        } else {
            damage.addAll(covered < TINY ? recipe.scanning() : recipe.unstructured());
        }
        if (random.nextDouble() < SCREENED) {
            damage.addAll(screen(recipe));
        }
        return Ageing.rounded(new Degrader(random).apply(damage, sound));
    }

    /// A printing screen, as two crossed waves.
    private static List<Degradation> screen(Recipe recipe) {
        double amplitude = recipe.uniform(0.05, 0.15);
        double period = recipe.uniform(2.5, 6);
        double degrees = recipe.uniform(0, 90);
        return List.of(new Periodic(amplitude, period, degrees), new Periodic(amplitude, period, degrees + 90));
    }

    /// The part of a portrait about its face, in three channels, and where the square lies in it.
    private record Placed(Photo photo, Similarity place) {
        /// @param times the size of the portrait
        /// @param upright where the points are to be in the square
        static Placed of(Portrait portrait, double times, FacePoints upright, int side) {
            Size from = portrait.photo().size();
            Size size = new Size(length(times * from.width()), length(times * from.height()));
            double right = (double) size.width() / from.width();
            double down = (double) size.height() / from.height();
            FacePoints points = portrait.points()
                    .map(point -> new Point((point.row() + 0.5) * down - 0.5, (point.column() + 0.5) * right - 0.5));
            Similarity place = Similarity.between(upright, points);
            double margin = AROUND * side;
            Region region = FaceView.region(place, -margin, side - 1 + margin, size);
            Photo photo = portrait.photo()
                    .photo()
                    .map(plane -> Resample.resized(plane, size))
                    .crop(region);
            Similarity inside =
                    new Similarity(place.a(), place.b(), place.right() - region.column(), place.down() - region.row());
            List<Plane> planes = photo.planes();
            return new Placed(
                    photo.grey() ? new Photo(List.of(planes.getFirst(), planes.getFirst(), planes.getFirst())) : photo,
                    inside);
        }

        private static int length(double pixels) {
            return Math.max(2, (int) Math.round(pixels));
        }
    }
}
