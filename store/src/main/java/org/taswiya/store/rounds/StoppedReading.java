package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.suspension.Suspensions;

/// On which days of a round nobody is to read in an area, and by which suspensions.
final class StoppedReading {
    private final Map<LocalDate, List<Suspension>> byDay = new TreeMap<>();
    private final Map<String, Stop> known = new HashMap<>();

    StoppedReading(Connection connection, DateRange days) throws SQLException {
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            byDay.put(day, Suspensions.inForce(connection, Activity.READING, day));
        }
    }

    Stop in(String area) {
        return known.computeIfAbsent(area, this::find);
    }

    private Stop find(String area) {
        List<LocalDate> days = new ArrayList<>();
        SortedMap<String, String> suspensions = new TreeMap<>();
        byDay.forEach((day, inForce) -> {
            List<Suspension> here =
                    inForce.stream().filter(one -> one.isOf(area)).toList();
            if (!here.isEmpty()) {
                days.add(day);
                here.forEach(one -> suspensions.put(one.reference(), one.legalReference()));
            }
        });
        return new Stop(
                List.copyOf(suspensions.keySet()),
                List.copyOf(suspensions.values()),
                days,
                days.size() == byDay.size());
    }
}
