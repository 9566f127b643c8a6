package org.taswiya.core.metering;

import java.util.List;
import org.taswiya.core.metering.StandingReading.Word;

/// What becomes of a reading that arrives for a day of which readings may be known.
///
/// The better kind counts, then the weightier word; of two plain sources the lower value, because nobody shall pay for
/// usage that one of two readings denies, and the next reading brings what is missing. So whatever comes from plain
/// sources, in whatever order and how often, the same reading counts in the end. Only corrections are taken in their
/// order: the last one is what its sender means.
public enum Supersession {
    /// Nothing is known of the day.
    FIRST,
    /// It is known already, whether it counts or was superseded.
    SAME,
    /// It counts from now on.
    SUPERSEDES,
    /// A better kind of reading is known.
    OUTRANKED,
    /// Another value of the same kind counts.
    OTHER_VALUE;

    /// @param known readings of the day, the one that counts last
    public static Supersession of(List<StandingReading> known, StandingReading arriving) {
        if (known.isEmpty()) {
            return FIRST;
        }
        StandingReading counting = known.getLast();
        boolean isKnown = counting.isSame(arriving)
                || known.stream()
                        .anyMatch(before ->
                                before.isSame(arriving) && before.word().compareTo(arriving.word()) >= 0);
        if (isKnown) {
            return SAME;
        }
        if (arriving.rank() != counting.rank()) {
            return arriving.rank() > counting.rank() ? SUPERSEDES : OUTRANKED;
        }
        int word = arriving.word().compareTo(counting.word());
        if (word != 0) {
            return word > 0 ? SUPERSEDES : OTHER_VALUE;
        }
        boolean isLower =
                arriving.reading().value().compareTo(counting.reading().value()) < 0;
        return arriving.word() != Word.SOURCE || isLower ? SUPERSEDES : OTHER_VALUE;
    }
}
