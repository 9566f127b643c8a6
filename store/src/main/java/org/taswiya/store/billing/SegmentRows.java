package org.taswiya.store.billing;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.store.copy.CopyRows;

/// The segments of bills as rows: what each claims by component and tax, and the priced lines behind it.
final class SegmentRows {
    /// Decimals of a quantity that no decimal holds exactly.
    static final int DECIMALS_MAX = 12;

    private final Dictionary.Use clauses;
    private final Dictionary.Use codes;
    private final CopyRows segments = new CopyRows(
            "bill_segment", "bill", "ordinal", "kind", "from_day", "to_day", "usage", "codes", "due", "claimed");
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

    SegmentRows(BillNumbering numbering) {
        this.clauses = numbering.clauses().use();
        this.codes = numbering.codes().use();
    }

    void add(long bill, int ordinal, BillSegment segment) {
        segments.row()
                .bigint(bill)
                .smallint(ordinal)
                .text(BillRows.code(segment.kind()))
                .date(segment.range().from())
                .date(segment.range().to())
                .numeric(segment.usage());
        addAmounts(bill, Amounts.of(segment.rating()), segment.claimed());
        int number = 0;
        for (ChargeLine line : segment.rating().lines()) {
            addLine(bill, ordinal, ++number, segment, line);
        }
    }

    private void addAmounts(long bill, Amounts due, Amounts claimed) {
        List<Integer> numbers = new ArrayList<>();
        List<Money> dues = new ArrayList<>();
        List<Money> claims = new ArrayList<>();
        for (boolean isTax : new boolean[] {false, true}) {
            Map<String, Money> of = isTax ? due.taxes() : due.components();
            Map<String, Money> part = isTax ? claimed.taxes() : claimed.components();
            if (of == null || part == null) {
                throw new IllegalStateException("Bill " + bill
                        + " claims a sum without its parts. Maybe an earlier bill was stored as totals only?");
            }
            for (String code : both(of, part)) {
                numbers.add(codes.number(new AmountCode(isTax, code).name()));
                dues.add(of.getOrDefault(code, Money.ZERO));
                claims.add(part.getOrDefault(code, Money.ZERO));
            }
        }
        segments.smallints(numbers.stream().mapToInt(Integer::intValue).toArray())
                .bigints(dues.stream().mapToLong(Money::minorUnits).toArray())
                .bigints(claims.stream().mapToLong(Money::minorUnits).toArray());
    }

    private static Collection<String> both(Map<String, Money> due, Map<String, Money> claimed) {
        if (due.keySet().containsAll(claimed.keySet())) {
            return due.keySet();
        }
        SortedSet<String> codes = new TreeSet<>(due.keySet());
        codes.addAll(claimed.keySet());
        return codes;
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
        codes.save(connection);
        segments.send(connection);
        lines.send(connection);
    }
}
