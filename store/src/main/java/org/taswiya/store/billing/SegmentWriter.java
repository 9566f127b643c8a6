package org.taswiya.store.billing;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.store.copy.CopyRows;

/// Writes the segments of bills: what each claims by component and tax, and the priced lines behind it.
final class SegmentWriter {
    /// Decimals of a quantity that no decimal holds exactly.
    private static final int DECIMALS_MAX = 12;

    private final Dictionary clauses = new Dictionary("clause", "text");
    private final CopyRows segments =
            new CopyRows("bill_segment", "bill", "ordinal", "kind", "from_day", "to_day", "usage");
    private final CopyRows amounts =
            new CopyRows("claimed_amount", "bill", "segment", "is_tax", "code", "due", "claimed");
    private final CopyRows lines = new CopyRows(
            "charge_line",
            "bill",
            "segment",
            "ordinal",
            "component",
            "block",
            "from_day",
            "to_day",
            "quantity",
            "unit",
            "price",
            "share_days",
            "share_of_days",
            "tax_rate",
            "amount",
            "clause");

    void begin(Connection connection) throws SQLException {
        clauses.load(connection);
    }

    void add(long bill, int ordinal, BillSegment segment) {
        segments.row()
                .bigint(bill)
                .smallint(ordinal)
                .text(BillWriter.code(segment.kind()))
                .date(segment.range().from())
                .date(segment.range().to())
                .numeric(segment.usage());
        Amounts due = Amounts.of(segment.rating());
        Amounts claimed = segment.claimed();
        addAmounts(bill, ordinal, false, due.components(), claimed.components());
        addAmounts(bill, ordinal, true, due.taxes(), claimed.taxes());
        int number = 0;
        for (ChargeLine line : segment.rating().lines()) {
            addLine(bill, ordinal, ++number, segment, line);
        }
    }

    private void addAmounts(
            long bill,
            int segment,
            boolean isTax,
            @Nullable SortedMap<String, Money> due,
            @Nullable SortedMap<String, Money> claimed) {
        if (due == null || claimed == null) {
            throw new IllegalStateException("Bill " + bill + " claims a sum without its parts. Maybe an earlier bill was"
                    + " stored as totals only?");
        }
        Map<String, Money> codes = new TreeMap<>(due);
        claimed.forEach(codes::putIfAbsent);
        for (String code : codes.keySet()) {
            amounts.row()
                    .bigint(bill)
                    .smallint(segment)
                    .bool(isTax)
                    .text(code)
                    .money(due.getOrDefault(code, Money.ZERO))
                    .money(claimed.getOrDefault(code, Money.ZERO));
        }
    }

    private void addLine(long bill, int segment, int ordinal, BillSegment of, ChargeLine line) {
        boolean isWhole = line.range().equals(of.range());
        lines.row()
                .bigint(bill)
                .smallint(segment)
                .smallint(ordinal)
                .text(line.component())
                .smallint(line.block())
                .date(isWhole ? null : line.range().from())
                .date(isWhole ? null : line.range().to())
                .numeric(decimal(line.quantity()))
                .text(line.unit().symbol())
                .numeric(line.price());
        ChargeLine.DayShare share = line.share();
        if (share == null) {
            lines.empty().empty();
        } else {
            lines.integer(Math.toIntExact(share.days())).integer(Math.toIntExact(share.ofDays()));
        }
        lines.numeric(line.taxRate()).money(line.amount()).integer(clauses.number(line.clause()));
    }

    private static Decimal decimal(Fraction quantity) {
        return quantity.round(DECIMALS_MAX, RoundingMode.HALF_EVEN);
    }

    void send(Connection connection) throws SQLException {
        clauses.save(connection);
        segments.send(connection);
        amounts.send(connection);
        lines.send(connection);
    }
}
