package org.taswiya.store.receiving;

/// What rows of an import came to. Each row is counted once.
///
/// @param read all of them
/// @param added new in the books
/// @param unchanged in the books already
/// @param superseding in the place of something else that was there
/// @param outranked left out, because a better kind of reading is there
/// @param doubtful waiting for a person before they count
/// @param rejected given back
public record ImportTotals(
        long read, long added, long unchanged, long superseding, long outranked, long doubtful, long rejected) {
    public static final ImportTotals NONE = new ImportTotals(0, 0, 0, 0, 0, 0, 0);

    public ImportTotals plus(ImportTotals other) {
        return new ImportTotals(
                read + other.read,
                added + other.added,
                unchanged + other.unchanged,
                superseding + other.superseding,
                outranked + other.outranked,
                doubtful + other.doubtful,
                rejected + other.rejected);
    }
}
