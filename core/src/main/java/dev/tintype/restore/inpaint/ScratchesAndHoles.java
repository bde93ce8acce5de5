package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.List;

/// Fills holes with patches of the photo, and scratches with the mean of that and of the surface that bends least:
/// where
/// little is lost two independent guesses err less than one, where much is lost only patches have texture.
///
/// A hole is what lies within 4 pixels of a lost pixel that is 3 pixels from all known ones. Where all is lost nothing
/// is changed.
/// Source: [PatchMatch] and [Biharmonic]; the combination is ours.
///
/// @param mask of the photo's size
public record ScratchesAndHoles(Mask mask) implements Stage {
    private static final int PATCH_RADIUS = 3;
    private static final double TEXTURE = 5;
    private static final float DEEP = 3; // pixels from what is known
    private static final int MARGIN = 4; // pixels
    private static final float SMOOTH = 0.5f; // share of the surface in scratches

    @Override
    public Phase phase() {
        return Phase.INPAINT;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        return Lost.fill(photo, mask, (lost, planes) -> {
            Mask certain = new Mask(mask.damage().map(damage -> damage > 0 ? 1 : 0));
            Photo patched = new PatchMatch(certain, PATCH_RADIUS, TEXTURE).apply(photo);
            Photo smooth = new Biharmonic(certain).apply(photo);
            boolean[] hole = lost.holes(Front.times(lost, 1), DEEP, MARGIN);
            for (int c = 0; c < planes.size(); c++) {
                mix(lost, hole, List.of(patched.planes().get(c), smooth.planes().get(c)), planes.get(c));
            }
        });
    }

    private static void mix(Lost lost, boolean[] hole, List<Plane> fills, float[] values) {
        int width = lost.size().width();
        for (int i : lost.pixels()) {
            float patched = fills.getFirst().at(i / width, i % width);
            float smooth = fills.getLast().at(i / width, i % width);
            values[i] = hole[i] ? patched : patched + SMOOTH * (smooth - patched);
        }
    }
}
