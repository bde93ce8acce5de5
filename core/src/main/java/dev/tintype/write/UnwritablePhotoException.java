package dev.tintype.write;

/// A photo cannot be written; the message is one sentence for the user: where, why, what to do.
public final class UnwritablePhotoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnwritablePhotoException(String message) {
        super(message);
    }
}
