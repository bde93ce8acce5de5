package dev.tintype.web.restoration;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.write.UnwritablePhotoException;
import java.util.Objects;

/// What people are told when a restoration fails.
public final class Failure {
    private Failure() {}

    /// One sentence.
    public static String sentence(Throwable failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        String first = message.lines().findFirst().orElse(message); // errors of libtorch go on for a page
        return switch (failure) {
            case UnreadablePhotoException _, UnwritablePhotoException _, UnusableWeightsException _ -> first;
            case IllegalArgumentException _ -> first;
            case OutOfMemoryError _ ->
                "it does not fit in the memory of %d MB; set TINTYPE_HEAP, such as TINTYPE_HEAP=6g"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20);
            default -> "an error in Tintype: " + first;
        };
    }
}
