package dev.tintype.signal;

import dev.tintype.photo.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The connected parts of what was chosen in a plane; diagonal neighbours touch.
public final class Components {
    private Components() {}

    /// The places of each part, in no order.
    ///
    /// @param chosen in row order
    public static List<List<Integer>> of(boolean[] chosen, Size size) {
        int width = size.width();
        boolean[] open = chosen.clone();
        List<List<Integer>> parts = new ArrayList<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        for (int start = 0; start < open.length; start++) {
            if (!open[start]) {
                continue;
            }
            List<Integer> places = new ArrayList<>();
            open[start] = false;
            waiting.add(start);
            while (!waiting.isEmpty()) {
                int i = waiting.remove();
                places.add(i);
                for (int y = Math.max(0, i / width - 1); y <= Math.min(size.height() - 1, i / width + 1); y++) {
                    for (int z = Math.max(0, i % width - 1); z <= Math.min(width - 1, i % width + 1); z++) {
                        if (open[y * width + z]) {
                            open[y * width + z] = false;
                            waiting.add(y * width + z);
                        }
                    }
                }
            }
            parts.add(places);
        }
        return parts;
    }

    /// The longer side of the frame around a part, in pixels.
    public static int length(List<Integer> places, Size size) {
        int top = size.height();
        int bottom = 0;
        int left = size.width();
        int right = 0;
        for (int i : places) {
            top = Math.min(top, i / size.width());
            bottom = Math.max(bottom, i / size.width());
            left = Math.min(left, i % size.width());
            right = Math.max(right, i % size.width());
        }
        return Math.max(bottom - top, right - left) + 1;
    }
}
