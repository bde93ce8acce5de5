package dev.tintype.cli;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.write.UnwritablePhotoException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What a user is told when something goes wrong: one sentence, never a stack trace.
///
/// @param subject what failed: a photo, a folder, a pattern
/// @param reason  why, and what to do about it
record Failure(String subject, String reason) {
    static final int EXIT_CODE = 1;

    /// What failed for a photo.
    static Failure of(String subject, Throwable cause) {
        String reason = sentence(cause);
        return new Failure(
                subject, reason.startsWith(subject + ": ") ? reason.substring(subject.length() + 2) : reason);
    }

    /// The one place that knows every kind of failure.
    static String sentence(Throwable failure) {
        if (System.getenv("TINTYPE_TRACE") != null) {
            failure.printStackTrace();
        }
        return switch (failure) {
            case UnreadablePhotoException e -> message(e);
            case UnwritablePhotoException e -> message(e);
            case UnusableWeightsException e -> message(e);
            case IllegalArgumentException e -> message(e);
            case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
            case AccessDeniedException e -> e.getFile() + ": access is denied";
            case FileSystemException e ->
                e.getFile() + ": " + Objects.requireNonNullElse(e.getReason(), "cannot be used");
            case IOException e -> message(e);
            case OutOfMemoryError _ ->
                "it does not fit in the memory of %d MB; set TINTYPE_HEAP, such as TINTYPE_HEAP=6g"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20);
            default -> "an error in Tintype: %s; TINTYPE_TRACE=1 shows where, for a report".formatted(message(failure));
        };
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        // errors of libtorch go on for a page
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
