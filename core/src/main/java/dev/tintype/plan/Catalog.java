package dev.tintype.plan;

import dev.tintype.restore.StageKind;
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
            StageKind.of(AutoLevels.class, "takes fading back by the histogram", "Limare et al. 2011"),
            StageKind.of(Levels.class, "stretches tones between given points", "Gonzalez and Woods 2018"),
            StageKind.of(GreyEdge.class, "takes a colour cast back", "van de Weijer et al. 2007"),
            StageKind.of(Gains.class, "multiplies channels by given factors", "von Kries 1905"),
            StageKind.of(EvenTint.class, "takes stains off monochrome photos", "Stanco et al. 2003"),
            StageKind.of(LocalContrast.class, "strengthens forms, not grain", "He et al. 2013"));

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
