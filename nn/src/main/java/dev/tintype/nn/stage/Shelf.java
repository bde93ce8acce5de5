package dev.tintype.nn.stage;

import dev.tintype.plan.Plan;
import java.util.List;
import java.util.Optional;

/// Keeps what plans came to on their way, for one scan and one request: a plan that begins like an earlier one goes
/// on from there.
///
/// Steps come spelt out: they are on, say every option and give no reason. So they are equal where the work is.
public interface Shelf {
    /// Keeps nothing.
    Shelf NONE = new Shelf() {
        @Override
        public Optional<Halfway> furthest(List<Plan.Step> steps) {
            return Optional.empty();
        }

        @Override
        public void keep(List<Plan.Step> begun, Halfway halfway) {}
    };

    /// What the longest beginning of these steps came to that is kept. Its samples are the scan's own, or belong to
    /// who asks.
    Optional<Halfway> furthest(List<Plan.Step> steps);

    /// Hears of each step that ran, and may keep what it came to: not these very samples, which the next step may
    /// change.
    ///
    /// @param begun the steps up to that one
    void keep(List<Plan.Step> begun, Halfway halfway);
}
