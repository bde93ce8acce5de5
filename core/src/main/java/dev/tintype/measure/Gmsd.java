package dev.tintype.measure;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;

/// Gradient magnitude similarity deviation, 0 for equal photos: the standard deviation of
/// `(2 gx gy + T) / (gx² + gy² + T)` over the luminance at half size, `T = 170 / 255²`. It tells how unevenly edges
/// have
/// suffered, and grows with what a person sees as damage.
///
/// `g` is the length of the gradient by Prewitt's filters, divided by 3; half size means of 2 x 2 pixels. Beyond the
/// border lies black, as in the authors' code.
///
/// Source: W. Xue, L. Zhang, X. Mou and A. C. Bovik, "Gradient Magnitude Similarity Deviation: A Highly Efficient
/// Perceptual Image Quality Index", 2014, doi:10.1109/TIP.2013.2293423.
public record Gmsd() implements Metric.FullReference {
    private static final double T = 170 / (255.0 * 255);

    @Override
    public Better better() {
        return Better.LOWER;
    }

    /// The deviation, 0 to about 0.5.
    ///
    /// @throws IllegalArgumentException where the sizes differ, or there are not two pixels at half size
    @Override
    public double score(Photo restored, Photo reference) {
        Size size = restored.size();
        if (!size.equals(reference.size()) || Math.max(size.width(), size.height()) < 3) {
            throw new IllegalArgumentException("photos must be of one size and at least 3 pixels long: %s and %s"
                    .formatted(size, reference.size()));
        }
        Field x = gradient(halved(Field.of(restored.luminance())));
        Field y = gradient(halved(Field.of(reference.luminance())));
        Field similarity = x.with(y, (a, b) -> (2 * a * b + T) / (a * a + b * b + T));
        double mean = similarity.mean();
        double squares = similarity.map(s -> (s - mean) * (s - mean)).values().sum();
        return Math.sqrt(squares / (similarity.height() * similarity.width() - 1));
    }

    private static Field halved(Field field) {
        return Field.of(
                (field.height() + 1) / 2,
                (field.width() + 1) / 2,
                (row, column) -> (field.orZero(2 * row, 2 * column)
                                + field.orZero(2 * row, 2 * column + 1)
                                + field.orZero(2 * row + 1, 2 * column)
                                + field.orZero(2 * row + 1, 2 * column + 1))
                        / 4);
    }

    private static Field gradient(Field field) {
        return Field.of(field.height(), field.width(), (row, column) -> {
            double right = 0;
            double down = 0;
            for (int i = -1; i <= 1; i++) {
                right += field.orZero(row + i, column + 1) - field.orZero(row + i, column - 1);
                down += field.orZero(row + 1, column + i) - field.orZero(row - 1, column + i);
            }
            return Math.hypot(right, down) / 3;
        });
    }
}
