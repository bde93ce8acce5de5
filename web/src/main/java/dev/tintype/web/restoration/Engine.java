package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Networks;
import dev.tintype.web.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The networks, read when they are first needed.
@Component
public final class Engine {
    private final Optional<Path> weights;
    private Optional<Networks> networks = Optional.empty();

    public Engine(Settings settings) {
        weights = settings.networks();
    }

    /// Whether there are networks.
    public boolean learnt() {
        return weights.isPresent();
    }

    /// Whether there are networks for faces.
    public boolean knowsFaces() {
        return weights.isPresent() && Faces.lack(weights.get()).isEmpty();
    }

    /// The networks, if there are any.
    public synchronized Optional<Networks> networks() {
        if (networks.isEmpty()) {
            networks = weights.map(Networks::open);
        }
        return networks;
    }
}
