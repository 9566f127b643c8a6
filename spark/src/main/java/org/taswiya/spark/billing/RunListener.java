package org.taswiya.spark.billing;

/// Sees a run at work. All methods do nothing unless they are written otherwise.
public interface RunListener {

    /// Ranges are about to be billed.
    ///
    /// @param open how many
    /// @param ranges of the whole run; the others are billed already
    default void billing(int open, int ranges) {}

    /// A task has billed some more of its range, or all of it.
    ///
    /// @param ranges that were billed, of those that were open
    default void billed(int ranges, long accounts, long bills) {}

    /// Ranges are about to get their numbers.
    default void numbering(int open) {}
}
