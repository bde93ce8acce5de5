package dev.tintype.train.compare;

import dev.tintype.nn.stage.Restorer;
import java.io.IOException;

/// A way to restore.
///
/// @param name as the user says it
/// @param summary what it is, in a few words
/// @param masked whether it is told what is lost where that is known
/// @param opening makes it ready, such as by reading weights
public record Method(String name, String summary, boolean masked, Opening opening) {
    /// The name under which the truth itself stands in tables.
    public static final String TRUTH = "truth";

    /// Makes a method ready.
    @FunctionalInterface
    public interface Opening {
        Restorer open() throws IOException;
    }
}
