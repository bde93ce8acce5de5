package dev.tintype.train.compare;

import dev.tintype.measure.Metric.Better;
import java.util.Locale;

/// What is measured of a restoration.
public enum Measure {
    PSNR("PSNR", "dB", 2, Better.HIGHER, """
            Peak signal-to-noise ratio of all channels: ten decibels more is a tenth of the squared error. 100 stands \
            for photos that are nearly equal."""),
    SSIM("SSIM", "", 3, Better.HIGHER, """
            Structural similarity (Wang et al. 2004) in windows of 7 x 7 pixels of all channels, as scikit-image \
            computes it. 1 is equal."""),
    MS_SSIM("MS-SSIM", "", 3, Better.HIGHER, """
            The same over five scales of the luminance (Wang, Simoncelli and Bovik 2003). 1 is equal; photos with a \
            side below 161 pixels have none."""),
    GMSD("GMSD", "", 3, Better.LOWER, """
            Gradient magnitude similarity deviation of the luminance (Xue et al. 2014): how unevenly edges have \
            suffered. 0 is equal."""),
    NIQE("NIQE", "", 2, Better.LOWER, """
            Natural image quality evaluator (Mittal et al. 2013), which does not look at the truth: how far the \
            statistics of the photo lie from those of sound photos. The truth has a row of its own; being below it is \
            no merit."""),
    LPIPS("LPIPS", "", 3, Better.LOWER, """
            Learned perceptual image patch similarity (Zhang et al. 2018), by the network that was given: how \
            differently it sees the photo and the truth. 0 is equal."""),
    FID("FID", "", 1, Better.LOWER, """
            Fréchet inception distance (Heusel et al. 2017), by the network that was given, of all photos of an input \
            at once: how far their features lie from those of the truth. With fewer than some thousand photos it is \
            too high, and only methods on the same photos can be compared."""),
    SECONDS("Time", "s", 2, Better.LOWER, """
            Seconds on the clock for restoring one photo in memory, without reading, writing and opening weights. The \
            first photo of each method bears the compiling of its code."""),
    CPU_SECONDS("CPU", "s", 2, Better.LOWER, """
            CPU seconds of the whole process over the same time, with those of the compiler and of the garbage \
            collector."""),
    MEMORY("Memory", "MB", 0, Better.LOWER, """
            The most memory that the process took above what it had before the method was opened, so weights count, \
            and the photo and its truth, of which the method 'input' shows the share. It is the Java heap in use, \
            with garbage that is not yet collected, plus, on Linux and where Java runs with -XX:+AlwaysPreTouch, \
            anonymous resident memory outside of the heap, looked at every 5 ms.""");

    private final String title;
    private final String unit;
    private final int decimals;
    private final Better better;
    private final String meaning;

    Measure(String title, String unit, int decimals, Better better, String meaning) {
        this.title = title;
        this.unit = unit;
        this.decimals = decimals;
        this.better = better;
        this.meaning = meaning;
    }

    /// Its name, as in a heading.
    public String title() {
        return title;
    }

    /// The name with its unit, if there is one.
    public String heading() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    public Better better() {
        return better;
    }

    /// What it is, for a reader of the report.
    public String meaning() {
        return meaning;
    }

    /// Whether it compares with the truth.
    public boolean compares() {
        return this == PSNR || this == SSIM || this == MS_SSIM || this == GMSD || this == LPIPS || this == FID;
    }

    /// A number as a reader wants it.
    public String words(double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /// Its name for programs, such as `ms_ssim` or `cpu_seconds`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
