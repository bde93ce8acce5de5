package dev.tintype.train.fit;

import dev.tintype.train.objective.Loss;

/// Hears how a training goes.
public interface Journal {
    /// After every step, for every player.
    void record(int step, String player, Loss loss);

    /// After every step of a training that measures its time.
    void time(int step, StepTime time);

    /// After every checkpoint; the players hold the averaged weights meanwhile.
    void checkpoint(int step);
}
