package dev.tintype.web.store;

/// How far a restoration is.
public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /// Whether anything will still happen.
    public boolean open() {
        return this == WAITING || this == RUNNING;
    }
}
