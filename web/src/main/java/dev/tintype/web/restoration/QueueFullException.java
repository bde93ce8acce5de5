package dev.tintype.web.restoration;

/// So many restorations wait already that no more are taken.
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(int waiting) {
        super("%d restorations wait already; try again later".formatted(waiting));
    }
}
