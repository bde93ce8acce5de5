package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills what is lost with patches of the photo itself, so that texture goes on: from a small version of the photo to
/// the whole, patches around what is lost are matched with sound ones, then every lost pixel becomes the mean of what
/// the patches that cover it say.
///
/// The smallest version, and what is narrow in larger ones, is begun with the surface that bends least; that is all
/// that
/// happens to a photo too small, or too damaged, to have a sound patch. The search is random from a fixed seed: the
/// same photo gives the same result. Best for holes
/// wider than a few pixels. Where all is lost nothing is changed. Memory: about 80 bytes for each pixel of a colour
/// photo.
/// Source: Y. Wexler, E. Shechtman and M. Irani, "Space-time completion of video", 2007, doi:10.1109/TPAMI.2007.60;
/// A. Newson, A. Almansa, Y. Gousseau and P. Pérez, "Non-local patch-based image inpainting", 2017,
/// doi:10.5201/ipol.2017.189.
///
/// @param mask of the photo's size
/// @param radius of a patch: it has 2 radius + 1 pixels a side, 1 to 10
/// @param texture how much it counts, where what is lost is wider than about 6 pixels, that patches are as rough,
/// beside
///     their samples; 0 to 50
public record PatchMatch(
        Mask mask,

        @Setting(value = "patches have 2 radius + 1 pixels a side", usual = "3", least = 1, most = 10)
        int radius,

        @Setting(value = "how much roughness counts beside samples", usual = "5", most = 50)
        double texture)
        implements Stage {
    private static final int ROUNDS = 5; // of search and vote at a scale
    private static final int LAST_ROUNDS = 3; // at the largest, which begins nearly right
    private static final int SEARCHES = 2; // in a round
    private static final int FIRST_SEARCHES = 8; // at the smallest scale

    public PatchMatch {
        if (radius < 1 || radius > 10) {
            throw new IllegalArgumentException("the radius may be 1 to 10 pixels; it was " + radius);
        }
        if (!(texture >= 0 && texture <= 50)) {
            throw new IllegalArgumentException("texture may be 0 to 50; it was " + texture);
        }
    }

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
            List<float[]> compared = new ArrayList<>(planes);
            compared.addAll(Texture.of(lost, planes, (float) texture));
            new Filling(planes.size()).fill(lost, compared, 0);
        });
    }

    /// The way through all sizes of a photo with some planes of its own and two that tell how rough it is.
    private final class Filling {
        private final int colours;

        Filling(int colours) {
            this.colours = colours;
        }

        /// Fills planes in place.
        ///
        /// @param level how often they were halved
        /// @return what was matched, if there was anything to match
        Optional<PatchField> fill(Lost lost, List<float[]> planes, int level) {
            Optional<PatchField> coarse = worthHalving(lost) ? fillFromHalf(lost, planes, level) : Optional.empty();
            if (coarse.isEmpty()) {
                planes.parallelStream().forEach(values -> Biharmonic.fill(lost.size(), values, lost.flags()));
            }
            Size size = lost.size();
            if (Math.min(size.width(), size.height()) <= 2 * radius) {
                return Optional.empty();
            }
            PatchScale scale = new PatchScale(lost, planes, colours, radius);
            PatchField field = new PatchField(scale, level);
            if (!field.hasSources()) {
                return Optional.empty();
            }
            if (coarse.isPresent()) {
                field.scatter(coarse.get(), level);
            } else {
                field.scatter(level);
                search(field, FIRST_SEARCHES, level);
            }
            int rounds = coarse.isPresent() && level == 0 ? LAST_ROUNDS : ROUNDS;
            for (int round = 0; round < rounds; round++) {
                search(field, SEARCHES, 100L * level + round + 1);
                scale.vote(field);
                field.measure();
            }
            scale.fillInto(planes);
            return Optional.of(field);
        }

        /// Whether a patch does not yet reach across what is lost.
        private boolean worthHalving(Lost lost) {
            float[] depth = Front.times(lost, 1);
            float deepest = 0;
            for (int i : lost.pixels()) {
                deepest = Math.max(deepest, depth[i]);
            }
            return deepest > radius;
        }

        private Optional<PatchField> fillFromHalf(Lost lost, List<float[]> planes, int level) {
            List<Halving> halves = planes.stream()
                    .map(values -> Halving.of(lost.size(), values, lost.flags()))
                    .toList();
            Lost halfLost = Lost.of(halves.getFirst().size(), halves.getFirst().lost());
            if (halfLost.pixels().length == 0) {
                return Optional.empty();
            }
            Optional<PatchField> field =
                    fill(halfLost, halves.stream().map(Halving::values).toList(), level + 1);
            for (int c = 0; c < planes.size(); c++) {
                halves.get(c).enlargeInto(lost.size(), planes.get(c), lost.flags());
            }
            boolean[] narrow = halves.getFirst().knownAmong(lost.size(), lost.flags());
            planes.parallelStream().forEach(values -> Biharmonic.fill(lost.size(), values, narrow));
            return field;
        }

        private static void search(PatchField field, int times, long seed) {
            for (int i = 0; i < times; i++) {
                field.search(i % 2 == 0, 1000 * seed + i);
            }
        }
    }
}
