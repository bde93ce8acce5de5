package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Covering;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Makes aged squares from sound photos, each from its own random seed.
///
/// @param photos sound ones
/// @param shapes stored damage shapes
/// @param mix how often what happens
public record Ageing(PhotoLibrary photos, DamageShapes shapes, Mix mix) {
    private static final int MARGIN = 16; // pixels, so that blur and JPEG see beyond the square
    static final float VISIBLE = 0.03f; // a mark that changes a sample by less is no loss, nor can it be found

    /// Shares of all squares, each 0 to 1.
    ///
    /// @param unstructured with blur, noise, low resolution, JPEG
    /// @param structured with scratches, dust, holes
    /// @param faded faded, which does not count as damage here: the truth is as faded
    /// @param wired with thin things before the camera, which are no damage
    /// @param sharpened sharpened by the scanner, marks or none: seams along edges must not mean marks
    /// @param spoilt with motion blur, defocus or noise so strong that its traces could be taken for marks
    /// @param grey whether all are scanned in grey, so that neither noise nor marks have colours of their own
    public record Mix(
            double unstructured,
            double structured,
            double faded,
            double wired,
            double sharpened,
            double spoilt,
            boolean grey) {
        /// For scene networks.
        public static final Mix SCENE = new Mix(0.7, 0.55, 0.3, 0, 0, 0, false);
        /// For the scratch detector.
        public static final Mix SCRATCHES = new Mix(0.35, 0.75, 0.3, 0.3, 0.2, 0.1, false);
        /// For a second look for marks: more photos without any, in which a first look sees some.
        public static final Mix SECOND_LOOK = new Mix(0.4, 0.68, 0.3, 0.26, 0.2, 0.1, false);
        /// For the clean domain.
        public static final Mix CLEAN = new Mix(0, 0, 0.2, 0, 0, 0, false);

        /// The same, scanned in grey.
        public Mix inGrey() {
            return new Mix(unstructured, structured, faded, wired, sharpened, spoilt, true);
        }
    }

    /// The square of a seed.
    ///
    /// @param side pixels
    public Sample sample(int side, long seed) {
        return marked(side, seed).sample();
    }

    /// A square, and how far its marks change it.
    ///
    /// @param change the largest difference of any channel, 0 to 1
    public record Marked(Sample sample, Plane change) {
        /// How much it counts whether a pixel is found, 0 to 1.
        public Mask weight() {
            return weight(change);
        }

        /// A mark counts `(change − 0.01) / 0.09` of what a sound pixel does, at least 0.05 and at most as much.
        static Mask weight(Plane change) {
            return new Mask(change.map(x -> x > VISIBLE ? Math.clamp((x - 0.01f) / 0.09f, 0.05f, 1f) : 1));
        }
    }

    /// The square of a seed, with the change that marks are.
    ///
    /// @param side pixels
    public Marked marked(int side, long seed) {
        Random random = new Random(mixed(seed));
        Recipe recipe = new Recipe(random);
        Degrader degrader = new Degrader(random);
        Photo crop = photos.crop(side + 2 * MARGIN, random);
        Photo scene = random.nextDouble() < mix.wired() ? Wires.paint(crop, recipe) : crop;
        Photo exposed = random.nextInt(5) == 0 ? degrader.apply(recipe.exposure(), scene) : scene;
        Photo sound = Toning.random(exposed, recipe, 0.2, 0.1);
        if (random.nextDouble() < mix.faded()) {
            sound = degrader.apply(recipe.fading(), sound);
        }
        List<Degradation> damage = damage(recipe);
        UnaryOperator<Photo> tones = mix.grey() ? Toning.grey(random) : UnaryOperator.identity();
        Region middle = new Region(MARGIN, MARGIN, new Size(side, side));
        Photo print = tones.apply(sound);
        Photo truth = print.crop(middle);
        Photo aged = rounded(degrader.apply(damage, print).crop(middle));
        if (random.nextDouble() >= mix.structured()) {
            Photo scanned = sharpened(aged, recipe);
            return new Marked(
                    Sample.uncovered(scanned, truth), Mask.nothing(aged.size()).damage());
        }
        Covering marks = shapes.draw(side, recipe);
        Photo covered = rounded(degrader.apply(new Covering(marks.cover(), tones.apply(marks.paint())), aged));
        Plane change = Plane.of(aged.size(), (row, column) -> change(aged, covered, row, column));
        Mask lost = new Mask(change.map(x -> x > VISIBLE ? 1 : 0));
        Photo scanned = random.nextInt(2) == 0 ? rounded(degrader.apply(recipe.scanning(), covered)) : covered;
        return new Marked(new Sample(sharpened(scanned, recipe), truth, lost), change);
    }

    private List<Degradation> damage(Recipe recipe) {
        double kind = recipe.random().nextDouble();
        if (kind < mix.unstructured()) {
            return recipe.unstructured();
        }
        return kind < mix.unstructured() + mix.spoilt() ? recipe.spoilt() : List.of();
    }

    /// Scanners sharpen unasked, which leaves bright and dark seams along marks and edges alike.
    private Photo sharpened(Photo scan, Recipe recipe) {
        if (recipe.random().nextDouble() >= mix.sharpened()) {
            return scan;
        }
        double radius = recipe.uniform(0.5, 1.6);
        double amount = recipe.uniform(0.3, 2);
        return rounded(scan.map(plane -> Convolution.sharpened(plane, radius, amount)));
    }

    /// To 8 bits, as scans are: a network would tell what was not rounded.
    static Photo rounded(Photo photo) {
        return photo.map(plane -> plane.map(x -> Math.round(255 * Math.clamp(x, 0f, 1f)) / 255f));
    }

    /// The largest difference of any channel.
    private static float change(Photo one, Photo other, int row, int column) {
        float change = 0;
        for (int c = 0; c < one.planes().size(); c++) {
            change = Math.max(
                    change,
                    Math.abs(one.planes().get(c).at(row, column)
                            - other.planes().get(c).at(row, column)));
        }
        return change;
    }

    /// Spreads neighbouring seeds apart (the finaliser of splitmix64).
    static long mixed(long seed) {
        long z = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
