package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Size;

/// The nearest size whose sides are multiples of a number; halves go to the even multiple, as in Python 3.
public final class RoundedSize {
    private RoundedSize() {}

    /// At least one multiple on each side, where the released code fails.
    public static Size of(Size size, int multiple) {
        return new Size(side(size.width(), multiple), side(size.height(), multiple));
    }

    /// The size whose shorter side is `shorter` and whose longer side keeps the shape as far as multiples allow.
    public static Size shorter(Size size, int shorter, int multiple) {
        double factor = shorter / (double) Math.min(size.width(), size.height());
        return size.width() < size.height()
                ? new Size(shorter, scaled(size.height() * factor, multiple))
                : new Size(scaled(size.width() * factor, multiple), shorter);
    }

    private static int side(int side, int multiple) {
        return scaled(side, multiple);
    }

    private static int scaled(double side, int multiple) {
        return Math.max(1, (int) Math.rint(side / multiple)) * multiple;
    }
}
