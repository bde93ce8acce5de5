package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes upright aged faces from sharp portraits, each from its own random seed: half of them are faces of few pixels,
/// as
/// groups have them, aged at that size and then enlarged.
public record FaceAgeing(Portraits portraits) {
    private static final double SOUND = 0.1; // shares of all faces
    private static final double SMALL = 0.5;
    private static final double SCREENED = 0.08;
    private static final double FADED = 0.3;
    private static final double GREY = 0.3;
    private static final double SEPIA = 0.2;
    private static final double SMALLEST = 8; // times smaller than the square
    private static final double TINY = 2.5; // from here on what is left of a face bears no strong damage

    /// The face of a seed; its truth is as faded as it is.
    ///
    /// @param side pixels
    public Sample sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        Recipe recipe = new Recipe(random);
        Degrader degrader = new Degrader(random);
        Photo face = portraits.upright(side, random);
        Photo exposed = random.nextInt(5) == 0 ? degrader.apply(recipe.exposure(), face) : face;
        Photo sound = Toning.random(exposed, recipe, GREY, SEPIA);
        if (random.nextDouble() < FADED) {
            sound = degrader.apply(recipe.fading(), sound);
        }
        Photo aged = random.nextDouble() < SOUND ? sound : aged(sound, recipe, degrader);
        return Sample.uncovered(Ageing.rounded(aged), sound);
    }

    private static Photo aged(Photo sound, Recipe recipe, Degrader degrader) {
        double times = recipe.random().nextDouble() < SMALL ? Math.exp(recipe.uniform(0, Math.log(SMALLEST))) : 1;
        int side = sound.size().width();
        int fewer = Math.max(1, (int) Math.round(side / times));
        Size small = new Size(fewer, fewer);
        List<Degradation> damage = new ArrayList<>(times > TINY ? recipe.scanning() : recipe.unstructured());
        if (recipe.random().nextDouble() < SCREENED) {
            damage.addAll(screen(recipe));
        }
        Photo shot = fewer == side ? sound : sound.map(plane -> Resample.area(plane, small));
        Photo aged = Ageing.rounded(degrader.apply(damage, shot));
        return fewer == side ? aged : aged.map(plane -> Resample.bilinear(plane, sound.size()));
    }

    /// A printing screen, as two crossed waves.
    private static List<Degradation> screen(Recipe recipe) {
        double amplitude = recipe.uniform(0.05, 0.15);
        double period = recipe.uniform(2.5, 6);
        double degrees = recipe.uniform(0, 90);
        return List.of(new Periodic(amplitude, period, degrees), new Periodic(amplitude, period, degrees + 90));
    }
}
