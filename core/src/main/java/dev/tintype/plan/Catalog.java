package dev.tintype.plan;

import dev.tintype.restore.StageKind;
import dev.tintype.restore.deblur.ConstrainedLeastSquares;
import dev.tintype.restore.deblur.HyperLaplacian;
import dev.tintype.restore.deblur.InverseFilter;
import dev.tintype.restore.deblur.RichardsonLucy;
import dev.tintype.restore.deblur.Wiener;
import dev.tintype.restore.inpaint.PullPush;
import java.util.List;
import java.util.Optional;

/// Every stage that needs no network: one line each.
public final class Catalog {
    private static final List<StageKind> ALL = List.of(
            StageKind.of(PullPush.class, "fills smoothly, by a pyramid of means", "Gortler et al. 1996"),
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
                    "Krishnan and Fergus 2009"));

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
