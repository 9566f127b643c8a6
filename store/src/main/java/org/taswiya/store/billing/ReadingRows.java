package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.ReadingKind;

/// Reads what the meters of a batch show: of everybody since the gap began, and of those whose bill needs a past, two
/// years and a longest period more.
///
/// A month that was read and went up depends on no past, and that is nearly all of them: their history stays on disk.
final class ReadingRows {
    private static final int HISTORY_MONTHS = 26;

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;

    ReadingRows(Connection connection, Cycle cycle, Known known) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
    }

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        read(agreements, 0);
        List<OpenAgreement> withPast =
                agreements.stream().filter(OpenAgreement::needsPast).toList();
        if (!withPast.isEmpty()) {
            read(withPast, HISTORY_MONTHS);
        }
    }

    private void read(Collection<OpenAgreement> agreements, int monthsBefore) throws SQLException {
        Map<String, LocalDate> since = new LinkedHashMap<>();
        for (OpenAgreement agreement : agreements) {
            since.merge(
                    agreement.usagePoint, agreement.gapFrom.minusMonths(monthsBefore), (a, b) -> a.isBefore(b) ? a : b);
        }
        Map<String, ReadingsInForce> readings = new HashMap<>();
        String select = """
                select r.usage_point, r.at, r.revision, r.kind, r.value, r.provenance
                from unnest(%s, %s) as o(usage_point, since)
                join reading r on r.usage_point = o.usage_point and r.at between o.since and %s%s""".formatted(
                        Literals.texts(since.keySet()),
                        Literals.dates(since.values()),
                        Literals.of(cycle.readTo()),
                        known.change("r"));
        CopiedRows.each(connection, select, row -> {
            ReadingsInForce of = readings.computeIfAbsent(row.text(), _ -> new ReadingsInForce());
            LocalDate at = row.date();
            int revision = (int) row.whole();
            ReadingKind kind = ReadingKind.ofCode(row.text());
            Decimal value = row.numeric();
            of.add(kind.reading(at, value, row.text()), revision);
        });
        for (OpenAgreement agreement : agreements) {
            ReadingsInForce of = readings.get(agreement.usagePoint);
            List<Reading> all = of == null ? new ArrayList<>() : of.toList(agreement.to);
            agreement.readings = all;
        }
    }
}
