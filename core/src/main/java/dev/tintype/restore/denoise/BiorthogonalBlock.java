package dev.tintype.restore.denoise;

/// The biorthogonal wavelet transform 1.5 of Cohen, Daubechies and Feauveau over three levels, the signal taken as
/// periodic.
///
/// On 8 numbers it is Haar's transform but for one step: the four sums of neighbours take `22/128` of the differences
/// beside them; everything else of the filter cancels, as do all its outer taps on 4 and on 2 numbers.
record BiorthogonalBlock() implements BlockTransform {
    private static final float R = (float) Math.sqrt(0.5);
    private static final float LIFT = 22f / 128;

    @Override
    public void forwardLine(float[] x, int at, int stride) {
        int i1 = at + stride;
        int i2 = i1 + stride;
        int i3 = i2 + stride;
        int i4 = i3 + stride;
        int i5 = i4 + stride;
        int i6 = i5 + stride;
        int i7 = i6 + stride;
        float d0 = R * (x[i1] - x[at]);
        float d1 = R * (x[i3] - x[i2]);
        float d2 = R * (x[i5] - x[i4]);
        float d3 = R * (x[i7] - x[i6]);
        float s0 = R * (x[at] + x[i1]) + LIFT * (d3 - d1);
        float s1 = R * (x[i2] + x[i3]) + LIFT * (d0 - d2);
        float s2 = R * (x[i4] + x[i5]) + LIFT * (d1 - d3);
        float s3 = R * (x[i6] + x[i7]) + LIFT * (d2 - d0);
        float left = R * (s0 + s1);
        float right = R * (s2 + s3);
        x[at] = R * (left + right);
        x[i1] = R * (right - left);
        x[i2] = R * (s1 - s0);
        x[i3] = R * (s3 - s2);
        x[i4] = d0;
        x[i5] = d1;
        x[i6] = d2;
        x[i7] = d3;
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
        float d0 = x[i4];
        float d1 = x[i5];
        float d2 = x[i6];
        float d3 = x[i7];
        float left = R * (x[at] - x[i1]);
        float right = R * (x[at] + x[i1]);
        float s0 = R * (left - x[i2]) - LIFT * (d3 - d1);
        float s1 = R * (left + x[i2]) - LIFT * (d0 - d2);
        float s2 = R * (right - x[i3]) - LIFT * (d1 - d3);
        float s3 = R * (right + x[i3]) - LIFT * (d2 - d0);
        x[at] = R * (s0 - d0);
        x[i1] = R * (s0 + d0);
        x[i2] = R * (s1 - d1);
        x[i3] = R * (s1 + d1);
        x[i4] = R * (s2 - d2);
        x[i5] = R * (s2 + d2);
        x[i6] = R * (s3 - d3);
        x[i7] = R * (s3 + d3);
    }
}
