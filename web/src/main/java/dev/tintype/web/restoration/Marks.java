package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Networks;
import dev.tintype.photo.Samples;
import dev.tintype.plan.Planner;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Scratches, dust and holes of photos, as networks found them.
@Component
public final class Marks {
    private final Restorations restorations;
    private final Results results;
    private final Engine engine;
    private final DataFolder folder;

    Marks(Restorations restorations, Results results, Engine engine, DataFolder folder) {
        this.restorations = restorations;
        this.results = results;
        this.engine = engine;
        this.folder = folder;
    }

    /// Whether there is anything that could find them.
    public boolean known(StoredPhoto photo) {
        return engine.learnt() || searched(photo).isPresent();
    }

    /// What it takes to ask for them: little where they were found before.
    public Need need(StoredPhoto photo) {
        return searched(photo).isPresent() ? Need.MASK : Need.RESTORE;
    }

    /// What the newest restoration took for lost that has searched; else it is searched for now.
    ///
    /// @throws NotThereException where there are no networks
    public Samples of(StoredPhoto photo) {
        return searched(photo)
                .map(restoration ->
                        PhotoReader.read(folder.mask(restoration.id())).samples())
                .orElseGet(() -> search(photo));
    }

    private Samples search(StoredPhoto photo) {
        Networks networks = engine.networks()
                .orElseThrow(() -> new NotThereException("there are no networks that look for scratches"));
        return networks.findScratches(results.original(photo).samples(), _ -> {});
    }

    private Optional<StoredRestoration> searched(StoredPhoto photo) {
        return restorations.of(photo.id()).stream()
                .filter(restoration -> restoration.state() == State.DONE)
                .filter(restoration -> restoration.steps().stream()
                        .anyMatch(step -> step.name().equals(Planner.FIND_SCRATCHES)))
                .filter(restoration -> !Files.exists(folder.givenMask(restoration.id())))
                .findFirst();
    }
}
