package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A front that starts at the edge of what is lost and moves a pixel in each unit of time, inwards and outwards: the
/// fast marching solution of `|∇T| = 1`.
///
/// Source: J. A. Sethian, "A fast marching level set method for monotonically advancing fronts", 1996,
/// doi:10.1073/pnas.93.4.1591.
final class Front {
    private final Size size;
    private final float[] times; // above 0 inside, below 0 outside, infinite beyond the reach
    private final boolean[] settled;

    private Front(Lost lost) {
        size = lost.size();
        times = new float[size.area()];
        settled = new boolean[times.length];
        Arrays.fill(times, Float.POSITIVE_INFINITY);
    }

    /// Distances from the edge in pixels, in row order: 0 at the sound pixels beside what is lost, more inside.
    /// Outside they are below 0, and minus infinity farther away than `reach` pixels.
    static float[] times(Lost lost, int reach) {
        Front inwards = new Front(lost);
        int[] edge = edge(lost);
        inwards.march(edge, lost.flags(), true, Float.MAX_VALUE);
        Front outwards = new Front(lost);
        outwards.march(edge, lost.flags(), false, reach);
        for (int i = 0; i < outwards.times.length; i++) {
            if (!lost.flags()[i]) {
                inwards.times[i] = 0 - outwards.times[i];
            }
        }
        return inwards.times;
    }

    /// The lost pixels as the front reaches them.
    static int[] order(Lost lost, float[] times) {
        return IntStream.of(lost.pixels())
                .mapToLong(i -> entry(times[i], i))
                .sorted()
                .mapToInt(entry -> (int) entry)
                .toArray();
    }

    /// The sound pixels beside what is lost.
    private static int[] edge(Lost lost) {
        return IntStream.of(lost.pixels())
                .flatMap(i -> IntStream.range(0, Surroundings.SIDES)
                        .map(side -> Surroundings.neighbour(lost.size(), i, side))
                        .filter(beside -> !lost.flags()[beside]))
                .distinct()
                .toArray();
    }

    private void march(int[] edge, boolean[] lost, boolean inside, float reach) {
        PriorityQueue<Long> queue = new PriorityQueue<>();
        for (int i : edge) {
            times[i] = 0;
            queue.add(entry(0, i));
        }
        while (!queue.isEmpty()) {
            int at = queue.remove().intValue();
            if (settled[at]) {
                continue;
            }
            settled[at] = true;
            for (int side = 0; side < Surroundings.SIDES; side++) {
                int i = Surroundings.neighbour(size, at, side);
                if (lost[i] == inside && !settled[i]) {
                    float time = arrival(i);
                    if (time < times[i] && time <= reach) {
                        times[i] = time;
                        queue.add(entry(time, i));
                    }
                }
            }
        }
    }

    /// Sorts by time, then by place.
    private static long entry(float time, int place) {
        return (long) Float.floatToIntBits(time) << 32 | place;
    }

    /// The upwind solution of `max(T − a, 0)² + max(T − b, 0)² = 1` for the earlier neighbours `a`, `b` of each
    /// direction.
    private float arrival(int i) {
        float a = Math.min(reached(i, Surroundings.LEFT), reached(i, Surroundings.RIGHT));
        float b = Math.min(reached(i, Surroundings.ABOVE), reached(i, Surroundings.BELOW));
        if (Math.abs(a - b) < 1) {
            return (float) ((a + b + Math.sqrt(2 - (a - b) * (a - b))) / 2);
        }
        return Math.min(a, b) + 1;
    }

    private float reached(int i, int side) {
        int neighbour = Surroundings.neighbour(size, i, side);
        return settled[neighbour] ? times[neighbour] : Float.POSITIVE_INFINITY;
    }
}
