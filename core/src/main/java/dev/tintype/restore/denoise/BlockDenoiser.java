package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.signal.Mirror;
import java.util.List;

/// Both passes of BM3D, for noise of any kind that [BlockNoise] describes.
record BlockDenoiser(BlockNoise noise) {
    /// How far a sample of the result looks: twice from a block's far end to its reference block, and from there to the
    /// far end of another block of the group.
    static final int REACH = 4 * (BlockMatching.REACH + BlockTransform.SIDE);

    private static final double LIMIT = 2.55; // deviations below which a coefficient is taken for noise
    private static final double UNLIKE_FIRST = 1250 / 65025.0;
    private static final double UNLIKE_SECOND = 400 / 65025.0; // Dabov et al., table I

    /// The photo without the noise. Photos smaller than a block are mirrored first.
    Photo apply(Photo photo) {
        Size size = photo.size();
        int side = BlockTransform.SIDE;
        if (size.width() >= side && size.height() >= side) {
            return filtered(photo);
        }
        Size large = new Size(Math.max(size.width(), side), Math.max(size.height(), side));
        return filtered(photo.map(plane -> mirrored(plane, large))).crop(new Region(0, 0, size));
    }

    private static Plane mirrored(Plane plane, Size size) {
        int height = plane.size().height();
        int width = plane.size().width();
        return Plane.of(size, (row, column) -> plane.at(Mirror.inside(row, height), Mirror.inside(column, width)));
    }

    private Photo filtered(Photo photo) {
        List<float[]> planes = photo.planes().stream().map(Plane::toArray).toList();
        if (!photo.grey()) {
            Opponent.forward(planes);
        }
        double similar = UNLIKE_FIRST + 2 * noise.sigma() * noise.sigma(); // the noise of both blocks differs
        GroupPass first = new GroupPass(new BiorthogonalBlock(), 16, similar, new Shrinkage.HardThreshold(LIMIT));
        List<float[]> basic = first.apply(new GroupPass.Task(photo.size(), planes, List.of(), noise));
        GroupPass second = new GroupPass(new CosineBlock(), 32, UNLIKE_SECOND, new Shrinkage.Wiener());
        List<float[]> last = second.apply(new GroupPass.Task(photo.size(), planes, basic, noise));
        if (!photo.grey()) {
            Opponent.inverse(last);
        }
        return new Photo(last.stream()
                .map(samples -> Plane.copyOf(photo.size(), samples, 0))
                .toList());
    }
}
