package dev.tintype.web.restoration;

import dev.tintype.diagnose.Diagnosis;
import dev.tintype.nn.official.OfficialRestorer;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.stage.BaselineRestorer;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.photo.Samples;
import dev.tintype.plan.Catalog;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import dev.tintype.plan.StageAlone;
import dev.tintype.restore.StageKind;
import dev.tintype.web.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The methods that can be compared: stages alone, plans without and with our networks, and networks of others where
/// they are installed.
@Component
public final class Methods {
    private static final String CLASSICAL = "classical";
    private static final List<String> ALONE =
            List.of("inverse-filter", "wiener", "richardson-lucy", "non-local-means", "bm3d");

    private final Engine engine;
    private final Optional<String> ours;
    private final Map<String, Path> others = new LinkedHashMap<>();
    private final Map<String, Restorer> opened = new HashMap<>();

    Methods(Engine engine, Settings settings) {
        this.engine = engine;
        ours = settings.networks().map(Methods::name);
        settings.others().forEach(folder -> others.put(name(folder), folder));
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    /// Their names, the plain ones first.
    public List<String> names() {
        List<String> names = new ArrayList<>(ALONE);
        names.add(CLASSICAL);
        names.addAll(others.keySet());
        ours.ifPresent(names::add);
        return List.copyOf(names);
    }

    /// What a method does, where it is one stage.
    public Optional<String> summary(String method) {
        return ALONE.contains(method)
                ? Catalog.find(method).map(kind -> kind.summary() + " (" + kind.source() + ")")
                : Optional.empty();
    }

    /// What restores by networks of others.
    synchronized Optional<Restorer> foreign(String method) {
        return Optional.ofNullable(others.get(method)).map(folder -> opened.computeIfAbsent(method, _ -> open(folder)));
    }

    private static Restorer open(Path folder) {
        return OfficialWeights.areIn(folder)
                ? new OfficialRestorer(new OfficialWeights(folder), false)
                : BaselineRestorer.open(folder);
    }

    /// The plan of any other method.
    ///
    /// @throws IllegalArgumentException where there is no such method, or not any more
    Plan plan(String method, Samples scan, Diagnosis diagnosis) {
        if (!names().contains(method)) {
            throw new IllegalArgumentException("there is no method '%s'".formatted(method));
        }
        Optional<StageKind> alone = Optional.of(method).filter(ALONE::contains).map(Catalog::require);
        return alone.map(kind -> StageAlone.plan(kind, diagnosis)).orElseGet(() -> {
            boolean networks = ours.isPresent() && ours.get().equals(method);
            return new Planner(Preset.FAMILY, networks, false, networks ? faces() : Optional.empty())
                    .plan(scan, diagnosis);
        });
    }

    /// Faces are refined where that can be done.
    Optional<FaceWish> faces() {
        return engine.knowsFaces() ? Optional.of(FaceWish.AUTO) : Optional.empty();
    }
}
