package dev.tintype.web.restoration;

import dev.tintype.web.store.State;
import java.util.UUID;

/// How far a restoration is.
///
/// @param share 0 to 1 of all its steps
/// @param text the same in words
public record RestorationEvent(UUID restoration, UUID photo, State state, double share, String text) {}
