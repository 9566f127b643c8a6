package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.ReadingKind;

/// Reads what meters showed on some days, many meters at a time.
final class ReadingRows {

    /// By the numbers that the query gives them.
    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    private static final String READINGS = """
            select o.place::integer, r.at, r.revision,
                   case r.kind when 'actual' then 0 when 'customer' then 1 else 2 end, r.value, {provenance}
            from unnest({points}, {first}, {last}) with ordinality as o(usage_point, first, last, place)
            join reading r on r.usage_point = o.usage_point and r.at between o.first and o.last{change}
            where not exists (select from reading_withheld w
                              where w.usage_point = r.usage_point and w.at = r.at
                                  and w.revision >= r.revision{withheld})""";

    private final Connection connection;
    private final Known known;

    ReadingRows(Connection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    /// The days of a meter that are asked for, and what it showed on them.
    static final class Days {
        final OpenAgreement of;
        private final LocalDate first;
        private final LocalDate last;
        private final ReadingsInForce readings = new ReadingsInForce();

        /// @param first day
        /// @param last day, included
        Days(OpenAgreement of, LocalDate first, LocalDate last) {
            this.of = of;
            this.first = first;
            this.last = last;
        }

        /// Earliest first.
        List<Reading> readings() {
            return readings.toList(of.to);
        }
    }

    /// @param withProvenance whether anybody asks where a reading is from; of history nobody does, and it is most of
    ///     the bytes
    void read(List<Days> wanted, boolean withProvenance) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> points = new ArrayList<>(wanted.size());
        List<LocalDate> first = new ArrayList<>(wanted.size());
        List<LocalDate> last = new ArrayList<>(wanted.size());
        for (Days days : wanted) {
            points.add(days.of.usagePoint);
            first.add(days.first);
            last.add(days.last);
        }
        String select = READINGS.replace("{provenance}", withProvenance ? "r.provenance" : "''::text")
                .replace("{points}", Literals.texts(points))
                .replace("{first}", Literals.dates(first))
                .replace("{last}", Literals.dates(last))
                .replace("{change}", known.change("r"))
                .replace("{withheld}", known.change("w"));
        CopiedRows.each(connection, select, row -> {
            Days of = wanted.get((int) row.whole() - 1);
            LocalDate at = row.date();
            int revision = (int) row.whole();
            ReadingKind kind = KINDS.get((int) row.whole());
            Decimal value = row.numeric();
            of.readings.add(kind.reading(at, value, row.text()), revision);
        });
    }
}
