package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.stream.IntStream;

/// Takes out noise by the photo of least total variation near the given one: `min Σ |∇u| + ‖u − x‖² / 2λ`, solved for
/// the dual field `p` of which `u = x − λ div p`: `p ← (p + τ ∇(div p − x/λ)) / (1 + τ |∇(div p − x/λ)|)`, `τ = 1/4`.
/// The gradient's length is over all channels, so edges of colours stay together.
///
/// Source: A. Chambolle, "An algorithm for total variation minimization and applications", 2004,
/// doi:10.1023/B:JMIV.0000011325.36760.1e; for colour X. Bresson and T. F. Chan, "Fast dual minimization of the
/// vectorial total variation norm", 2008, doi:10.3934/ipi.2008.2.455.
///
/// @param weight `λ`: 0 changes nothing, more is flatter
/// @param iterations more come closer to the minimum; each looks one pixel further
public record TotalVariation(
        @Setting(value = "weight of smoothness, sample units", usual = "0.05", most = 10)
        double weight,

        @Setting(value = "steps of the solver", usual = "60", least = 1, most = 1000)
        int iterations)
        implements Stage {
    private static final float TAU = 0.25f;

    public TotalVariation {
        Options.require("weight", weight, 0, 10);
        Options.require("iterations", iterations, 1, 1000);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(iterations + 1);
    }

    @Override
    public Photo apply(Photo photo) {
        if (weight == 0) {
            return photo;
        }
        Field field = new Field(photo, (float) weight);
        for (int i = 0; i < iterations; i++) {
            field.step();
        }
        return field.solution();
    }

    /// The dual field of all planes.
    private static final class Field {
        private final Size size;
        private final float weight;
        private final List<float[]> planes;
        private final List<float[]> right; // components of p
        private final List<float[]> down;
        private final List<float[]> solutions; // x − λ div p

        Field(Photo photo, float weight) {
            this.size = photo.size();
            this.weight = weight;
            planes = photo.planes().stream().map(Plane::toArray).toList();
            right = planes.stream().map(x -> new float[x.length]).toList();
            down = planes.stream().map(x -> new float[x.length]).toList();
            solutions = planes.stream().map(float[]::clone).toList();
        }

        void step() {
            IntStream.range(0, size.height()).parallel().forEach(this::ascend);
            IntStream.range(0, size.height()).parallel().forEach(this::solve);
        }

        /// Moves the dual field of a row along the gradient of `−u/λ`, then into the unit ball.
        private void ascend(int row) {
            int width = size.width();
            int below = row + 1 < size.height() ? width : 0;
            for (int x = 0, i = row * width; x < width; x++, i++) {
                int beside = x + 1 < width ? 1 : 0;
                float length = 0;
                for (int c = 0; c < planes.size(); c++) {
                    float[] u = solutions.get(c);
                    float across = u[i + beside] - u[i];
                    float along = u[i + below] - u[i];
                    length += across * across + along * along;
                }
                float t = TAU / weight;
                float scale = 1 / (1 + t * (float) Math.sqrt(length));
                for (int c = 0; c < planes.size(); c++) {
                    float[] u = solutions.get(c);
                    right.get(c)[i] = (right.get(c)[i] - t * (u[i + beside] - u[i])) * scale;
                    down.get(c)[i] = (down.get(c)[i] - t * (u[i + below] - u[i])) * scale;
                }
            }
        }

        private void solve(int row) {
            int width = size.width();
            for (int c = 0; c < planes.size(); c++) {
                float[] p = right.get(c);
                float[] q = down.get(c);
                for (int x = 0, i = row * width; x < width; x++, i++) {
                    float divergence = p[i] + q[i] - (x > 0 ? p[i - 1] : 0) - (row > 0 ? q[i - width] : 0);
                    solutions.get(c)[i] = planes.get(c)[i] - weight * divergence;
                }
            }
        }

        Photo solution() {
            return new Photo(solutions.stream()
                    .map(samples -> Plane.copyOf(size, samples, 0))
                    .toList());
        }
    }
}
