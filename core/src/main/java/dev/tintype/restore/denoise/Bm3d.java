package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;

public record Bm3d(
        @Setting(value = "standard deviation of the noise, sample units", usual = "0.1", most = 1)
        double sigma)
        implements Stage {
    public static double t1 = 1250, k1 = 2, t2 = 400, k2 = 0, lam = 2.7, s2 = 1;
    public static int n1 = 16, n2 = 32, tr = 0;

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(128);
    }

    @Override
    public Photo apply(Photo photo) {
        List<float[]> planes = photo.planes().stream().map(Plane::toArray).toList();
        if (!photo.grey()) Opponent.forward(planes);
        List<BlockNoise> noise = planes.stream().map(x -> new BlockNoise(sigma, 0)).toList();
        List<BlockNoise> noise2 = planes.stream().map(x -> new BlockNoise(sigma*s2, 0)).toList();
        double c = photo.grey() ? 1 : 1;
        double sim1 = t1 / 65025 * c + k1 * sigma * sigma;
        double sim2 = t2 / 65025 * c + k2 * sigma * sigma;
        List<float[]> basic = new GroupPass(tr == 0 ? new BiorthogonalBlock() : new CosineBlock(), n1, sim1, new Shrinkage.HardThreshold(lam))
            .apply(new GroupPass.Task(photo.size(), planes, planes, BlockMatching.steps(planes.getFirst()), noise));
        List<float[]> last = new GroupPass(new CosineBlock(), n2, sim2, new Shrinkage.Wiener())
            .apply(new GroupPass.Task(photo.size(), planes, basic, BlockMatching.steps(basic.getFirst()), noise2));
        if (!photo.grey()) Opponent.inverse(last);
        return new Photo(last.stream().map(x -> Plane.copyOf(photo.size(), x, 0)).toList());
    }
}
