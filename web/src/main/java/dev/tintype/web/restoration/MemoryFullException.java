package dev.tintype.web.restoration;

/// Other work uses all the memory that there is.
public final class MemoryFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryFullException() {
        super("other work uses all the memory; try again later");
    }
}
