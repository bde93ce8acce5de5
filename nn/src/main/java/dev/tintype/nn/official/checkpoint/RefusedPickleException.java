package dev.tintype.nn.official.checkpoint;

/// A pickle that is damaged or wants more than a file of tensors needs.
final class RefusedPickleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPickleException(String message) {
        super(message);
    }
}
