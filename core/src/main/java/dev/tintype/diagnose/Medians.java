package dev.tintype.diagnose;

/// Medians without sorting everything.
///
/// Source: C. A. R. Hoare, "Algorithm 65: Find", 1961, doi:10.1145/366622.366647
final class Medians {
    private Medians() {}

    /// The median, or of an even number of values the mean of the middle two; changes their order.
    static float middle(float[] values) {
        int half = values.length / 2;
        float upper = ranked(values, half);
        if (values.length % 2 == 1) {
            return upper;
        }
        float lower = values[0];
        for (int i = 1; i < half; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + upper) / 2;
    }

    /// The value that would be at a place if they were sorted; afterwards none before it is larger.
    private static float ranked(float[] values, int rank) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            float pivot = values[rank];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    float other = values[low];
                    values[low++] = values[high];
                    values[high--] = other;
                }
            }
            from = high < rank ? low : from;
            to = low > rank ? high : to;
        }
        return values[rank];
    }
}
