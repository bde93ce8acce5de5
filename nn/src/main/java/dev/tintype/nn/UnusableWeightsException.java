package dev.tintype.nn;

/// Weights that are missing, damaged or made for another network. The message is one sentence for the user.
public final class UnusableWeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableWeightsException(String message) {
        super(message);
    }
}
