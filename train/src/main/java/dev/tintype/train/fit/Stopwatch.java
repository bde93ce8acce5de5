package dev.tintype.train.fit;

import dev.tintype.nn.torch.Torch;

/// Measures where the time of a step goes: every moment belongs to one part.
final class Stopwatch {
    private final boolean exact;
    private long last = System.nanoTime();
    private StepTime step = StepTime.NONE;

    /// @param exact whether to wait for a graphics card, so that its work counts where it was asked for
    Stopwatch(boolean exact) {
        this.exact = exact;
    }

    void data() {
        step = step.plus(new StepTime(elapsed(), 0, 0, 0, 0));
    }

    void forward() {
        step = step.plus(new StepTime(0, elapsed(), 0, 0, 0));
    }

    void backward() {
        step = step.plus(new StepTime(0, 0, elapsed(), 0, 0));
    }

    void optimiser() {
        step = step.plus(new StepTime(0, 0, 0, elapsed(), 0));
    }

    void rest() {
        step = step.plus(new StepTime(0, 0, 0, 0, elapsed()));
    }

    /// What was measured since the last call.
    StepTime take() {
        StepTime taken = step;
        step = StepTime.NONE;
        return taken;
    }

    /// Milliseconds since the last call.
    private double elapsed() {
        if (exact) {
            Torch.await();
        }
        long now = System.nanoTime();
        double milliseconds = (now - last) / 1e6;
        last = now;
        return milliseconds;
    }
}
