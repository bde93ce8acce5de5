package dev.tintype.train.objective;

import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Photos that a generator painted in earlier steps. Its discriminator judges half of the time one of those, so that it
/// does not forget what they looked like.
///
/// Source: A. Shrivastava et al., "Learning from Simulated and Unsupervised Images through Adversarial Training", 2017,
/// doi:10.1109/CVPR.2017.241, section 2.3; with 50 photos as in Zhu et al. 2017, doi:10.1109/ICCV.2017.244.
public final class PhotoPool implements Memory {
    /// How many photos it usually holds.
    public static final int USUAL = 50;

    private final int capacity;
    private final long seed;
    private final List<Tensor> photos = new ArrayList<>(); // (1, 3, H, W) each
    private int asked;

    /// @param capacity how many photos it holds
    /// @param seed of the choices
    public PhotoPool(int capacity, long seed) {
        this.capacity = capacity;
        this.seed = seed;
    }

    /// As many photos: while the pool fills, those painted; then each time, as likely, the one painted or an earlier
    /// one,
    /// whose place it takes. Where photos are of another size than before, the pool begins anew.
    ///
    /// @param painted (N, 3, H, W), without history
    public Tensor exchange(Tensor painted) {
        if (!photos.isEmpty() && photos.getFirst().size(2) != painted.size(2)) {
            photos.forEach(Tensor::close);
            photos.clear();
        }
        return Scope.of(() -> {
            List<Tensor> chosen = new ArrayList<>();
            for (int i = 0; i < painted.size(0); i++) {
                chosen.add(exchangeOne(painted.narrow(0, i, 1)));
            }
            return Tensor.cat(chosen, 0).channelsLast(); // one layout, whether it was read from a checkpoint or not
        });
    }

    private Tensor exchangeOne(Tensor photo) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + asked++);
        if (photos.size() < capacity) {
            photos.add(kept(photo));
            return photo;
        }
        if (random.nextBoolean()) {
            return photo;
        }
        int place = random.nextInt(capacity);
        Tensor earlier = photos.set(place, kept(photo));
        Tensor copy = earlier.times(1);
        earlier.close();
        return copy;
    }

    /// A copy that outlives the step.
    private static Tensor kept(Tensor photo) {
        return Scope.keep(Scope.of(() -> photo.times(1)));
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("asked", Tensor.of(new float[] {asked >> 16, asked & 0xFFFF}, 2));
        if (!photos.isEmpty()) {
            tensors.put("photos", Tensor.cat(photos, 0));
        }
        return tensors;
    }

    @Override
    public void recall(Map<String, Tensor> tensors) {
        photos.forEach(Tensor::close);
        photos.clear();
        asked = 0;
        tensors.forEach((name, tensor) -> {
            if (name.equals("asked")) {
                float[] count = tensor.toArray();
                asked = Math.round(count[0]) * 65536 + Math.round(count[1]);
            } else {
                for (int i = 0; i < tensor.size(0); i++) {
                    photos.add(kept(tensor.narrow(0, i, 1)));
                }
            }
        });
    }
}
