package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.population.ReadingKind;

/// Readings of a batch, ready to be written.
public final class ReceivedReadings {
    private final List<Received> readings = new ArrayList<>();

    /// @param revision of its day, from one
    /// @param change that brings it; null for that of all
    private record Received(
            String usagePoint,
            Reading reading,
            int revision,
            @Nullable Decimal leastHour,
            @Nullable Long change) {

        long changeOr(long ofAll) {
            return change == null ? ofAll : change;
        }
    }

    /// @param revision one more than the last one of its day
    /// @param leastHour of the day that it ends, where a feed has brought its hours
    public void add(String usagePoint, Reading reading, int revision, @Nullable Decimal leastHour) {
        readings.add(new Received(usagePoint, reading, revision, leastHour, null));
    }

    /// The same for one that a change of its own brings.
    public void add(String usagePoint, Reading reading, int revision, long change) {
        readings.add(new Received(usagePoint, reading, revision, null, change));
    }

    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /// Writes them and opens the books of whom was billed on what they change.
    ///
    /// @param change that brings those without one of their own
    public void write(Connection connection, long change) throws SQLException {
        CopyRows rows = new CopyRows(
                "reading", "usage_point", "at", "revision", "kind", "value", "provenance", "change", "least_hour");
        SortedMap<Long, Map<String, LocalDate>> first = new TreeMap<>();
        LocalDate billed = lastBilled(connection);
        for (Received received : readings) {
            Reading reading = received.reading();
            rows.row()
                    .text(received.usagePoint())
                    .date(reading.at())
                    .smallint(received.revision())
                    .text(ReadingKind.of(reading).code())
                    .numeric(reading.value())
                    .text(ReadingKind.provenance(reading))
                    .bigint(received.changeOr(change))
                    .numeric(received.leastHour());
            if (billed != null && !reading.at().isAfter(billed)) {
                first.computeIfAbsent(received.changeOr(change), _ -> new HashMap<>())
                        .merge(received.usagePoint(), reading.at(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        rows.send(connection);
        for (Map.Entry<Long, Map<String, LocalDate>> of : first.entrySet()) {
            Reopenings.openForReadings(connection, of.getKey(), of.getValue());
        }
    }

    /// No bill rests on a reading after this day; null when there are no bills.
    private static @Nullable LocalDate lastBilled(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select max(greatest(read_to, billed_on)) as billed from billing_run")) {
            return Rows.list(query, row -> new LastDay(Rows.dateOrNull(row, "billed")))
                    .getFirst()
                    .day();
        }
    }

    private record LastDay(@Nullable LocalDate day) {}
}
