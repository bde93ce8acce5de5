package dev.tintype.measure;

import dev.tintype.photo.Photo;

/// Structural similarity over five scales, 1 for equal photos: `l₅^β₅ · Π csⱼ^βⱼ`, of the luminance.
///
/// At each scale, means over windows of 11 x 11 pixels weighted by a Gaussian bell of 1.5 pixels give contrast and
/// structure `cs = (2 σxy + C2) / (σx² + σy² + C2)`, at the coarsest also `l = (2 μx μy + C1) / (μx² + μy² + C1)`, with
/// `C1 = 0.01²`, `C2 = 0.03²`; from scale to scale 2 x 2 pixels become their mean. The exponents are those of the
/// paper.
///
/// Source: Z. Wang, E. P. Simoncelli and A. C. Bovik, "Multiscale structural similarity for image quality assessment",
/// 2003, doi:10.1109/ACSSC.2003.1292216.
///
/// Unlike the paper: a scale whose mean similarity is below 0 counts as 0, which has a root.
public record MsSsim() implements Metric.FullReference {
    /// Smaller photos have no fifth scale: pixels.
    public static final int LEAST_SIDE = 161;

    private static final double[] EXPONENTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    private static final int SIDE = 11;
    private static final double[] BELL = Field.bell(SIDE, 1.5);
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    /// The similarity, 0 to 1.
    ///
    /// @throws IllegalArgumentException where the sizes differ, or a side is below [#LEAST_SIDE]
    @Override
    public double score(Photo restored, Photo reference) {
        Metric.FullReference.requireSizes(restored, reference, LEAST_SIDE);
        Field x = Field.of(restored.luminance());
        Field y = Field.of(reference.luminance());
        double product = 1;
        for (int scale = 0; scale < EXPONENTS.length; scale++) {
            boolean coarsest = scale == EXPONENTS.length - 1;
            product *= Math.pow(Math.max(0, similarity(x, y, coarsest)), EXPONENTS[scale]);
            x = halved(x);
            y = halved(y);
        }
        return product;
    }

    private static double similarity(Field x, Field y, boolean withLuminance) {
        Field mx = inner(x);
        Field my = inner(y);
        Field xx = inner(x.times(x)).with(mx, (square, mean) -> square - mean * mean);
        Field yy = inner(y.times(y)).with(my, (square, mean) -> square - mean * mean);
        Field xy = inner(x.times(y)).with(mx.times(my), (product, means) -> product - means);
        Field cs = xy.map(covariance -> 2 * covariance + C2).with(xx.with(yy, Double::sum), (a, b) -> a / (b + C2));
        Field l = mx.with(my, (a, b) -> (2 * a * b + C1) / (a * a + b * b + C1));
        return withLuminance ? l.times(cs).mean() : cs.mean();
    }

    /// Weighted means over all windows that lie inside.
    private static Field inner(Field field) {
        return field.smoothed(BELL).crop(SIDE / 2, SIDE / 2, field.height() - SIDE + 1, field.width() - SIDE + 1);
    }

    /// Means of 2 x 2; a last row or column that is alone counts twice.
    private static Field halved(Field field) {
        return Field.of(
                (field.height() + 1) / 2,
                (field.width() + 1) / 2,
                (row, column) -> (field.at(2 * row, 2 * column)
                                + field.nearest(2 * row, 2 * column + 1)
                                + field.nearest(2 * row + 1, 2 * column)
                                + field.nearest(2 * row + 1, 2 * column + 1))
                        / 4);
    }
}
