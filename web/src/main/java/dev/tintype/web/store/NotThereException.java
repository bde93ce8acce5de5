package dev.tintype.web.store;

import java.util.UUID;

/// What was asked for is not there, or not any more.
public final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Such as "there is no photo 1".
    public NotThereException(String what, UUID id) {
        this("there is no %s %s".formatted(what, id));
    }

    /// With a sentence of its own.
    ///
    /// @param sentence what is not there
    public NotThereException(String sentence) {
        super(sentence);
    }
}
