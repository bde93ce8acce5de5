package dev.tintype.plan;

import dev.tintype.restore.StageKind;
import dev.tintype.restore.inpaint.PullPush;
import java.util.List;
import java.util.Optional;

/// Every stage that needs no network: one line each.
public final class Catalog {
    private static final List<StageKind> ALL =
            List.of(StageKind.of(PullPush.class, "fills smoothly, by a pyramid of means", "Gortler et al. 1996"));

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
