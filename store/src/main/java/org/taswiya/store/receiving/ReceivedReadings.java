package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private record Received(
            String usagePoint,
            Reading reading,
            int revision,
            @Nullable Decimal leastHour) {}

    /// @param revision one more than the last one of its day
    /// @param leastHour of the day that it ends, where a feed has brought its hours
    public void add(String usagePoint, Reading reading, int revision, @Nullable Decimal leastHour) {
        readings.add(new Received(usagePoint, reading, revision, leastHour));
    }

    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /// Writes them and opens the books of whom was billed on what they change.
    public void write(Connection connection, long change) throws SQLException {
        CopyRows rows = new CopyRows(
                "reading", "usage_point", "at", "revision", "kind", "value", "provenance", "change", "least_hour");
        Map<String, LocalDate> first = new HashMap<>();
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
                    .bigint(change)
                    .numeric(received.leastHour());
            if (billed != null && !reading.at().isAfter(billed)) {
                first.merge(received.usagePoint(), reading.at(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        rows.send(connection);
        if (!first.isEmpty()) {
            Reopenings.openForReadings(connection, change, first);
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
