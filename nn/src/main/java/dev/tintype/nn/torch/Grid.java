package dev.tintype.nn.torch;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/// What a [Tensor] of shape (N, C, H, W) can do besides: convolution, normalisation, padding, changes of size.
public abstract sealed class Grid permits Tensor {
    private static final long[] ONE = {1, 1};

    final org.bytedeco.pytorch.Tensor raw;

    Grid(org.bytedeco.pytorch.Tensor raw) {
        this.raw = raw;
    }

    /// (N, I, H, W) with weight (O, I, K, K) and bias (O) to (N, O, H', W').
    public Tensor conv(Tensor weight, Tensor bias, int stride, int padding) {
        return conv(weight, new TensorOptional(bias.raw), stride, padding, 1);
    }

    /// The same without bias, every group of channels on its own.
    public Tensor conv(Tensor weight, int stride, int padding, int groups) {
        return conv(weight, new TensorOptional(), stride, padding, groups);
    }

    private Tensor conv(Tensor weight, TensorOptional bias, int stride, int padding, int groups) {
        return new Tensor(torch.conv2d(
                raw, weight.raw, bias, new long[] {stride, stride}, new long[] {padding, padding}, ONE, groups));
    }

    /// (N, I, H, W) with weight (I, O, K, K) and bias (O) to (N, O, H', W').
    public Tensor convTransposed(Tensor weight, Tensor bias, int stride, int padding) {
        return new Tensor(torch.conv_transpose2d(
                raw,
                weight.raw,
                new TensorOptional(bias.raw),
                new long[] {stride, stride},
                new long[] {padding, padding},
                new long[2],
                1,
                ONE));
    }

    /// Mean 0 and variance 1 for every photo and channel over the whole plane.
    public Tensor instanceNorm() {
        TensorOptional none = new TensorOptional();
        return new Tensor(torch.instance_norm(raw, none, none, none, none, true, 0.1, 1e-5, false));
    }

    /// Mean 0 and variance 1 over the channels of every place.
    public Tensor channelNorm() {
        long[] channels = {raw.size(1)};
        TensorOptional none = new TensorOptional();
        return new Tensor(torch.layer_norm(raw.permute(0, 2, 3, 1), channels, none, none, 1e-5, false)
                .permute(0, 3, 1, 2));
    }

    /// Batch normalisation by stored statistics.
    public Tensor batchNorm(Tensor mean, Tensor variance) {
        return batchNorm(new TensorOptional(), new TensorOptional(), mean, variance);
    }

    /// Batch normalisation by stored statistics, then scale and shift.
    public Tensor batchNorm(Tensor weight, Tensor bias, Tensor mean, Tensor variance) {
        return batchNorm(new TensorOptional(weight.raw), new TensorOptional(bias.raw), mean, variance);
    }

    private Tensor batchNorm(TensorOptional weight, TensorOptional bias, Tensor mean, Tensor variance) {
        return new Tensor(torch.batch_norm(
                raw,
                weight,
                bias,
                new TensorOptional(mean.raw),
                new TensorOptional(variance.raw),
                false,
                0.1,
                1e-5,
                true));
    }

    /// Mirrors `n` places beyond every border without repeating it.
    public Tensor reflectionPad(int n) {
        return new Tensor(torch.reflection_pad2d(raw, n, n, n, n));
    }

    /// Pads left, right, top, bottom: "constant" (zeros), "reflect" or "replicate".
    public Tensor pad(String mode, long left, long right, long top, long bottom) {
        return new Tensor(torch.pad(raw, new long[] {left, right, top, bottom}, mode, new DoubleOptional()));
    }

    public Tensor upsampleNearest(long height, long width) {
        return new Tensor(torch.upsample_nearest2d(raw, height, width));
    }

    /// Bilinear resize without antialiasing, corners not aligned.
    public Tensor resizeBilinear(long height, long width) {
        return new Tensor(torch.upsample_bilinear2d(raw, new long[] {height, width}, false));
    }

    /// Mean of squares of side `kernel`; zero padding does not count.
    public Tensor averagePool(int kernel, int stride, int padding) {
        return new Tensor(torch.avg_pool2d(
                raw,
                new long[] {kernel, kernel},
                new long[] {stride, stride},
                new long[] {padding, padding},
                false,
                false,
                new LongOptional()));
    }

    public Tensor maxPool(int kernel, int stride, int padding) {
        return new Tensor(torch.max_pool2d(
                raw,
                new long[] {kernel, kernel},
                new long[] {stride, stride},
                new long[] {padding, padding},
                ONE,
                false));
    }

    /// (N, C, H, W) to (N, C·r², H/r, W/r).
    public Tensor pixelUnshuffle(int r) {
        return new Tensor(torch.pixel_unshuffle(raw, r));
    }

    /// (N, C·r², H, W) to (N, C, H·r, W·r).
    public Tensor pixelShuffle(int r) {
        return new Tensor(torch.pixel_shuffle(raw, r));
    }

    /// Windows of side `kernel` every `stride` places as columns: (N, C, H, W) to (N, C·k², L).
    public Tensor unfold(int kernel, int stride, int padding) {
        return new Tensor(torch.im2col(
                raw, new long[] {kernel, kernel}, ONE, new long[] {padding, padding}, new long[] {stride, stride}));
    }

    /// Adds the columns of [#unfold] back to (N, C, H, W).
    public Tensor fold(long height, long width, int kernel, int stride) {
        return new Tensor(torch.col2im(
                raw, new long[] {height, width}, new long[] {kernel, kernel}, ONE, new long[2], new long[] {
                    stride, stride
                }));
    }
}
