package org.taswiya.store.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;

/// The readings of a usage point: of each day the one with the highest revision.
final class ReadingsInForce {
    private record Revised(Reading reading, int revision) {}

    private final TreeMap<LocalDate, Revised> byDay = new TreeMap<>();

    void add(Reading reading, int revision) {
        byDay.merge(
                reading.at(), new Revised(reading, revision), (a, b) -> a.revision() > b.revision() ? a : b);
    }

    /// Earliest first.
    ///
    /// @param upTo readings after this day belong to somebody else; null when all are wanted
    List<Reading> toList(@Nullable LocalDate upTo) {
        return (upTo == null ? byDay : byDay.headMap(upTo, true))
                .values().stream().map(Revised::reading).toList();
    }
}
