package org.taswiya.store.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;

/// The readings of a usage point: of each day the one with the highest revision.
final class ReadingsInForce {
    /// In the order of their days, and what revision each is.
    private final List<Reading> readings = new ArrayList<>();

    private final List<Integer> revisions = new ArrayList<>();

    void add(Reading reading, int revision) {
        int place = readings.size(); // they come in order nearly always
        while (place > 0 && readings.get(place - 1).at().isAfter(reading.at())) {
            place--;
        }
        boolean isOfSameDay = place > 0 && readings.get(place - 1).at().equals(reading.at());
        if (!isOfSameDay) {
            readings.add(place, reading);
            revisions.add(place, revision);
        } else if (revision > revisions.get(place - 1)) {
            readings.set(place - 1, reading);
            revisions.set(place - 1, revision);
        }
    }

    /// Earliest first.
    ///
    /// @param upTo readings after this day belong to somebody else; null when all are wanted
    List<Reading> toList(@Nullable LocalDate upTo) {
        return upTo == null
                ? readings
                : readings.stream()
                        .filter(reading -> !reading.at().isAfter(upTo))
                        .toList();
    }
}
