package dev.tintype.web.retouch;

import java.util.UUID;

/// A step of what was done by hand.
///
/// @param on whether it counts; it can be switched off and on again at any time
/// @param undone whether it was taken back, and may come again until something else is done
public record StoredStep(UUID id, boolean on, boolean undone, Edit edit) {}
