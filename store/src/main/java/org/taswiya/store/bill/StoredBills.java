package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.StoredBill.Line;
import org.taswiya.store.bill.StoredBill.Segment;
import org.taswiya.store.bill.StoredBill.Settlement;
import org.taswiya.store.copy.CopiedRows;

/// Reads bills back from the books, many at once.
final class StoredBills {
    private final Connection connection;
    private final String range;
    private final Map<Long, List<Segment>> segments = new HashMap<>();
    private final Map<Long, Settlement> settlements = new HashMap<>();

    private record OfSegment(long bill, long segment) {}

    private StoredBills(Connection connection, String range) {
        this.connection = connection;
        this.range = range;
    }

    /// @param range condition of a number, as it follows a column
    /// @return in the order of their numbers
    static List<StoredBill> read(Connection connection, String range) throws SQLException {
        return new StoredBills(connection, range).read();
    }

    private List<StoredBill> read() throws SQLException {
        readSegments(lines());
        readSettlements();
        List<StoredBill> bills = new ArrayList<>();
        CopiedRows.each(connection, """
                select serial, agreement, account, billed_on, due_on, basis, net, tax, stamp_if_cash, estimation_method
                from bill where serial""" + range + " order by serial", row -> {
            long serial = row.whole();
            bills.add(bill(serial, row));
        });
        return bills;
    }

    private StoredBill bill(long serial, CopiedRows row) {
        String agreement = row.text();
        String account = row.text();
        LocalDate billedOn = row.date();
        LocalDate dueOn = row.date();
        String basis = row.text();
        Money net = Money.ofMinor(row.whole());
        Money tax = Money.ofMinor(row.whole());
        Money stamp = Money.ofMinor(row.whole());
        String method = row.textOrNull();
        return new StoredBill(
                new BillNumber(serial),
                agreement,
                account,
                billedOn,
                dueOn,
                basis,
                net,
                tax,
                stamp,
                method == null ? "" : method,
                segments.getOrDefault(serial, List.of()),
                settlements.get(serial));
    }

    private void readSegments(Map<OfSegment, List<Line>> lines) throws SQLException {
        List<AmountCode> codes = AmountCode.all(connection);
        CopiedRows.each(connection, """
                select bill, ordinal, kind, from_day, to_day, usage, codes, due, claimed
                from bill_segment where bill""" + range + " order by bill, ordinal", row -> {
            OfSegment key = new OfSegment(row.whole(), row.whole());
            String kind = row.text();
            DateRange days = DateRange.of(row.date(), row.date());
            Decimal usage = row.numeric();
            long[] numbers = row.wholes();
            SortedMap<String, Money> due = amounts(codes, numbers, row.wholes());
            SortedMap<String, Money> claimed = amounts(codes, numbers, row.wholes());
            segments.computeIfAbsent(key.bill(), _ -> new ArrayList<>())
                    .add(new Segment(kind, days, usage, due, claimed, lines.getOrDefault(key, List.of())));
        });
    }

    private static SortedMap<String, Money> amounts(List<AmountCode> codes, long[] numbers, long[] amounts) {
        SortedMap<String, Money> byCode = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            AmountCode code = codes.get((int) numbers[i] - 1);
            StoredBill.add(byCode, code.isTax(), code.code(), Money.ofMinor(amounts[i]));
        }
        return byCode;
    }

    private Map<OfSegment, List<Line>> lines() throws SQLException {
        Map<OfSegment, List<Line>> lines = new HashMap<>();
        CopiedRows.each(
                connection, """
                select l.bill, l.segment, coalesce(l.from_day, s.from_day), coalesce(l.to_day, s.to_day),
                       r.component, r.block, l.quantity, r.unit, r.price, l.share_days || '/' || l.share_of_days,
                       r.tax_rate, l.amount, r.clause
                from charge_line l
                join bill_segment s on s.bill = l.bill and s.ordinal = l.segment
                join charge_rate r on r.id = l.rate
                where l.bill""" + range + " and s.bill" + range + " order by l.bill, l.segment, l.ordinal", row -> {
                    OfSegment key = new OfSegment(row.whole(), row.whole());
                    lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line(row));
                });
        return lines;
    }

    private static Line line(CopiedRows row) {
        DateRange days = DateRange.of(row.date(), row.date());
        String component = row.text();
        int block = (int) row.whole();
        Decimal quantity = row.numeric();
        String unit = row.text();
        Decimal price = row.numeric();
        @Nullable String share = row.textOrNull();
        return new Line(
                component,
                block,
                days,
                quantity,
                unit,
                price,
                share == null ? "" : share,
                row.numeric(),
                Money.ofMinor(row.whole()),
                row.text());
    }

    private void readSettlements() throws SQLException {
        CopiedRows.each(
                connection,
                """
                select bill, usage, true_up, month_wise, lump, cheapest, dearest, written_off
                from settlement where bill""" + range,
                row -> settlements.put(
                        row.whole(),
                        new Settlement(
                                row.numeric(),
                                Money.ofMinor(row.whole()),
                                Money.ofMinor(row.whole()),
                                Money.ofMinor(row.whole()),
                                Money.ofMinor(row.whole()),
                                Money.ofMinor(row.whole()),
                                Money.ofMinor(row.whole()))));
    }
}
