package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.suspension.Suspensions;

/// Where nobody is to read on any day of a round.
final class StoppedReading {
    private final List<List<Suspension>> byDay = new ArrayList<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    StoppedReading(Connection connection, DateRange days) throws SQLException {
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            byDay.add(Suspensions.inForce(connection, Activity.READING, day));
        }
    }

    /// By which suspension an area is skipped: that of the first day. Empty as long as one day is left to read on.
    Optional<String> by(String area) {
        return known.computeIfAbsent(area, this::find);
    }

    private Optional<String> find(String area) {
        return byDay.stream().allMatch(day -> day.stream().anyMatch(one -> one.isOf(area)))
                ? byDay.getFirst().stream()
                        .filter(one -> one.isOf(area))
                        .map(Suspension::reference)
                        .findFirst()
                : Optional.empty();
    }
}
