package dev.tintype.cli;

import dev.tintype.damage.Psf;
import dev.tintype.restore.Stage;
import dev.tintype.restore.deblur.ConstrainedLeastSquares;
import dev.tintype.restore.deblur.HyperLaplacian;
import dev.tintype.restore.deblur.InverseFilter;
import dev.tintype.restore.deblur.RichardsonLucy;
import dev.tintype.restore.deblur.TvDeblur;
import dev.tintype.restore.deblur.Wiener;

/// The methods that are compared, with options that suit the noise.
enum DeblurMethod {
    INVERSE("inverse, raw", false),
    THRESHOLD("inverse, threshold", false),
    WIENER_FLAT("Wiener, flat", false),
    WIENER("Wiener, power law", true),
    LEAST_SQUARES("constrained least squares", false),
    RICHARDSON_LUCY("Richardson-Lucy", false),
    TOTAL_VARIATION("total variation", false),
    HYPER_LAPLACIAN("hyper-Laplacian", true);

    private final String label;
    private final boolean shownBlind;

    DeblurMethod(String label, boolean shownBlind) {
        this.label = label;
        this.shownBlind = shownBlind;
    }

    /// Whether the contact sheet shows what it makes of an estimated PSF.
    boolean isShownBlind() {
        return shownBlind;
    }

    /// @param noise standard deviation, in samples
    Stage stage(Psf psf, double noise) {
        double steps = 255 * noise;
        return switch (this) {
            case INVERSE -> new InverseFilter(psf, 0);
            case THRESHOLD -> new InverseFilter(psf, Math.clamp(0.2 * Math.sqrt(steps), 0.07, 0.6));
            case WIENER_FLAT -> new Wiener(psf, noise, Wiener.Prior.FLAT);
            case WIENER -> new Wiener(psf, noise, Wiener.Prior.POWER_LAW);
            case LEAST_SQUARES -> new ConstrainedLeastSquares(psf, noise);
            case RICHARDSON_LUCY -> new RichardsonLucy(psf, noise, 2, 60);
            case TOTAL_VARIATION -> new TvDeblur(psf, noise);
            case HYPER_LAPLACIAN -> new HyperLaplacian(psf, noise);
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
