package dev.tintype.plan;

import dev.tintype.restore.StageKind;
import dev.tintype.restore.deblur.ConstrainedLeastSquares;
import dev.tintype.restore.deblur.HyperLaplacian;
import dev.tintype.restore.deblur.InverseFilter;
import dev.tintype.restore.deblur.RichardsonLucy;
import dev.tintype.restore.deblur.TvDeblur;
import dev.tintype.restore.deblur.Wiener;
import dev.tintype.restore.denoise.AdaptiveMedian;
import dev.tintype.restore.denoise.AnscombeBm3d;
import dev.tintype.restore.denoise.Bm3d;
import dev.tintype.restore.denoise.Deblocking;
import dev.tintype.restore.denoise.FilmGrain;
import dev.tintype.restore.denoise.GrainMatch;
import dev.tintype.restore.denoise.LogBm3d;
import dev.tintype.restore.denoise.NonLocalMeans;
import dev.tintype.restore.denoise.NotchFilter;
import dev.tintype.restore.denoise.TotalVariation;
import dev.tintype.restore.denoise.WaveletShrinkage;
import dev.tintype.restore.inpaint.Biharmonic;
import dev.tintype.restore.inpaint.NavierStokes;
import dev.tintype.restore.inpaint.PatchMatch;
import dev.tintype.restore.inpaint.PullPush;
import dev.tintype.restore.inpaint.ScratchesAndHoles;
import dev.tintype.restore.inpaint.Telea;
import dev.tintype.restore.tone.AutoLevels;
import dev.tintype.restore.tone.EvenTint;
import dev.tintype.restore.tone.Gains;
import dev.tintype.restore.tone.GreyEdge;
import dev.tintype.restore.tone.Levels;
import dev.tintype.restore.tone.LocalContrast;
import java.util.List;
import java.util.Optional;

/// Every stage that needs no network: one line each.
public final class Catalog {
    private static final List<StageKind> ALL = List.of(
            StageKind.of(PullPush.class, "fills smoothly, by a pyramid of means", "Gortler et al. 1996"),
            StageKind.of(Telea.class, "fills from the edge inwards, quickly", "Telea 2004"),
            StageKind.of(Biharmonic.class, "fills with the surface that bends least", "Damelin and Hoang 2018"),
            StageKind.of(NavierStokes.class, "fills as a fluid flows", "Bertalmio et al. 2001"),
            StageKind.of(PatchMatch.class, "fills with patches of the photo", "Barnes 2009, Newson et al. 2017"),
            StageKind.of(ScratchesAndHoles.class, "fills holes with patches, scratches smoothly", "ours"),
            StageKind.of(AdaptiveMedian.class, "takes out salt and pepper", "Hwang and Haddad 1995"),
            StageKind.of(NotchFilter.class, "takes out regular waves", "Aizenberg and Butakoff 2002"),
            StageKind.of(Deblocking.class, "takes out traces of JPEG", "Dabov et al. 2007"),
            StageKind.of(Bm3d.class, "takes out independent noise, best", "Dabov et al. 2007"),
            StageKind.of(AnscombeBm3d.class, "takes out noise of few photons", "Mäkitalo and Foi 2011"),
            StageKind.of(LogBm3d.class, "takes out noise in proportion to light", "Mäkitalo et al. 2010"),
            StageKind.of(FilmGrain.class, "takes out film grain", "Mäkinen et al. 2020"),
            StageKind.of(NonLocalMeans.class, "takes out noise of any kind", "Buades et al. 2011"),
            StageKind.of(TotalVariation.class, "makes flat what is nearly flat", "Chambolle 2004"),
            StageKind.of(WaveletShrinkage.class, "takes out independent noise, fast", "Chang et al. 2000"),
            StageKind.of(
                    InverseFilter.class, "divides by the blur, as far as a threshold allows", "Andrews and Hunt 1977"),
            StageKind.of(Wiener.class, "undoes blur with the least mean error", "Wiener 1949"),
            StageKind.of(ConstrainedLeastSquares.class, "undoes blur as smoothly as the noise allows", "Hunt 1973"),
            StageKind.of(
                    RichardsonLucy.class,
                    "undoes blur step by step, damped by the noise",
                    "Richardson 1972, Lucy 1974"),
            StageKind.of(
                    HyperLaplacian.class,
                    "undoes blur knowing that photos have few strong edges",
                    "Krishnan and Fergus 2009"),
            StageKind.of(TvDeblur.class, "undoes blur knowing that photos are flat between edges", "Wang et al. 2008"),
            StageKind.of(AutoLevels.class, "takes fading back by the histogram", "Limare et al. 2011"),
            StageKind.of(Levels.class, "stretches tones between given points", "Gonzalez and Woods 2018"),
            StageKind.of(GreyEdge.class, "takes a colour cast back", "van de Weijer et al. 2007"),
            StageKind.of(Gains.class, "multiplies channels by given factors", "von Kries 1905"),
            StageKind.of(EvenTint.class, "takes stains off monochrome photos", "Stanco et al. 2003"),
            StageKind.of(LocalContrast.class, "strengthens forms, not grain", "He et al. 2013"),
            StageKind.of(GrainMatch.class, "puts film grain back", "Newson et al. 2017"));

    private Catalog() {}

    /// All of them, in the order of work.
    public static List<StageKind> all() {
        return ALL;
    }

    /// The one of a name, if there is one.
    public static Optional<StageKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// The one of a name.
    ///
    /// @throws IllegalArgumentException with one sentence where there is none
    public static StageKind require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no stage '%s'; there are %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ", ALL.stream().map(StageKind::name).toList()))));
    }
}
