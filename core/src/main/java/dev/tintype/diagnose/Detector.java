package dev.tintype.diagnose;

/// Looks for one kind of damage.
@FunctionalInterface
public interface Detector {
    /// What it would be and how sure that is; of confidence 0 where there is nothing.
    Finding examine(Measurements measured);
}
