package dev.tintype.train.fit;

import java.util.Locale;

/// Where the time of a step goes, in milliseconds.
///
/// @param data waiting for a batch
/// @param forward from photos to losses
/// @param backward from losses to gradients
/// @param optimiser from gradients to weights
/// @param rest all else: seeds, journal, checkpoints, freeing memory
public record StepTime(double data, double forward, double backward, double optimiser, double rest) {
    /// No time at all.
    static final StepTime NONE = new StepTime(0, 0, 0, 0, 0);

    /// The names of the columns of [#csv].
    static final String COLUMNS = "step,data,forward,backward,optimiser,rest\n";

    /// The time of both.
    StepTime plus(StepTime other) {
        return new StepTime(
                data + other.data,
                forward + other.forward,
                backward + other.backward,
                optimiser + other.optimiser,
                rest + other.rest);
    }

    /// A share of it.
    StepTime over(int steps) {
        return new StepTime(data / steps, forward / steps, backward / steps, optimiser / steps, rest / steps);
    }

    /// A line of a table.
    String csv(int step) {
        return String.format(
                Locale.ROOT, "%d,%.3f,%.3f,%.3f,%.3f,%.3f%n", step, data, forward, backward, optimiser, rest);
    }

    /// In words.
    String words() {
        return String.format(
                Locale.ROOT,
                "ms a step: data %.1f, forward %.1f, backward %.1f, optimiser %.1f, rest %.1f",
                data,
                forward,
                backward,
                optimiser,
                rest);
    }
}
