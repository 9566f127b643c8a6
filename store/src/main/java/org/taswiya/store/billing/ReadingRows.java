package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /// By the numbers that the query gives them.
    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;

    ReadingRows(Connection connection, Cycle cycle, Known known) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
    }

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        read(List.copyOf(agreements), 0);
        List<OpenAgreement> withPast =
                agreements.stream().filter(OpenAgreement::needsPast).toList();
        if (!withPast.isEmpty()) {
            read(withPast, HISTORY_MONTHS);
        }
    }

    private void read(List<OpenAgreement> agreements, int monthsBefore) throws SQLException {
        List<String> points = new ArrayList<>(agreements.size());
        List<LocalDate> gaps = new ArrayList<>(agreements.size());
        List<LocalDate> since = new ArrayList<>(agreements.size());
        List<ReadingsInForce> readings = new ArrayList<>(agreements.size());
        for (OpenAgreement agreement : agreements) {
            points.add(agreement.usagePoint);
            gaps.add(agreement.gapFrom);
            since.add(agreement.gapFrom.minusMonths(monthsBefore));
            readings.add(new ReadingsInForce());
        }
        // Of history nobody asks where it is from, and it is most of the bytes.
        String ofAll = """
                select o.place::integer, r.at, r.revision,
                       case r.kind when 'actual' then 0 when 'customer' then 1 else 2 end, r.value,
                       case when r.at >= o.gap then r.provenance end
                from unnest({points}, {since}, {gaps}) with ordinality as o(usage_point, since, gap, place)
                join reading r on r.usage_point = o.usage_point and r.at between o.since and {to}{change}""";
        String select = ofAll.replace("{points}", Literals.texts(points))
                .replace("{since}", Literals.dates(since))
                .replace("{gaps}", Literals.dates(gaps))
                .replace("{to}", Literals.of(cycle.readTo()))
                .replace("{change}", known.change("r"));
        CopiedRows.each(connection, select, row -> {
            ReadingsInForce of = readings.get((int) row.whole() - 1);
            LocalDate at = row.date();
            int revision = (int) row.whole();
            ReadingKind kind = KINDS.get((int) row.whole());
            Decimal value = row.numeric();
            String provenance = row.textOrNull();
            of.add(kind.reading(at, value, provenance == null ? "" : provenance), revision);
        });
        for (int i = 0; i < agreements.size(); i++) {
            OpenAgreement agreement = agreements.get(i);
            agreement.readings = readings.get(i).toList(agreement.to);
        }
    }
}
