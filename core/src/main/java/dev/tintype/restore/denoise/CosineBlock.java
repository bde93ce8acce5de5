package dev.tintype.restore.denoise;

/// The orthonormal cosine transform of type II: `X(k) = c(k) Σ x(n) cos(π (2n + 1) k / 16)`.
///
/// Even and odd parts are taken apart first, which halves the multiplications.
record CosineBlock() implements BlockTransform {
    private static final float HALF_ROOT = (float) Math.sqrt(0.125);
    private static final float C1 = cosine(1);
    private static final float C2 = cosine(2);
    private static final float C3 = cosine(3);
    private static final float C5 = cosine(5);
    private static final float C6 = cosine(6);
    private static final float C7 = cosine(7);

    private static float cosine(int k) {
        return (float) (0.5 * Math.cos(k * Math.PI / 16));
    }

    @Override
    public void forwardLine(float[] x, int at, int stride) {
        int i1 = at + stride;
        int i2 = i1 + stride;
        int i3 = i2 + stride;
        int i4 = i3 + stride;
        int i5 = i4 + stride;
        int i6 = i5 + stride;
        int i7 = i6 + stride;
        float s0 = x[at] + x[i7];
        float s1 = x[i1] + x[i6];
        float s2 = x[i2] + x[i5];
        float s3 = x[i3] + x[i4];
        float d0 = x[at] - x[i7];
        float d1 = x[i1] - x[i6];
        float d2 = x[i2] - x[i5];
        float d3 = x[i3] - x[i4];
        x[at] = HALF_ROOT * (s0 + s3 + s1 + s2);
        x[i4] = HALF_ROOT * (s0 + s3 - s1 - s2);
        x[i2] = C2 * (s0 - s3) + C6 * (s1 - s2);
        x[i6] = C6 * (s0 - s3) - C2 * (s1 - s2);
        x[i1] = C1 * d0 + C3 * d1 + C5 * d2 + C7 * d3;
        x[i3] = C3 * d0 - C7 * d1 - C1 * d2 - C5 * d3;
        x[i5] = C5 * d0 - C1 * d1 + C7 * d2 + C3 * d3;
        x[i7] = C7 * d0 - C5 * d1 + C3 * d2 - C1 * d3;
    }

    @Override
    public void inverseLine(float[] x, int at, int stride) {
        int i1 = at + stride;
        int i2 = i1 + stride;
        int i3 = i2 + stride;
        int i4 = i3 + stride;
        int i5 = i4 + stride;
        int i6 = i5 + stride;
        int i7 = i6 + stride;
        float even = HALF_ROOT * (x[at] + x[i4]);
        float odd = HALF_ROOT * (x[at] - x[i4]);
        float p = C2 * x[i2] + C6 * x[i6];
        float q = C6 * x[i2] - C2 * x[i6];
        float d0 = C1 * x[i1] + C3 * x[i3] + C5 * x[i5] + C7 * x[i7];
        float d1 = C3 * x[i1] - C7 * x[i3] - C1 * x[i5] - C5 * x[i7];
        float d2 = C5 * x[i1] - C1 * x[i3] + C7 * x[i5] + C3 * x[i7];
        float d3 = C7 * x[i1] - C5 * x[i3] + C3 * x[i5] - C1 * x[i7];
        x[at] = even + p + d0;
        x[i7] = even + p - d0;
        x[i1] = odd + q + d1;
        x[i6] = odd + q - d1;
        x[i2] = odd - q + d2;
        x[i5] = odd - q - d2;
        x[i3] = even - p + d3;
        x[i4] = even - p - d3;
    }
}
