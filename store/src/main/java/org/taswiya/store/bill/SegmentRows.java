package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargeRate;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.ledger.Dictionary;

/// The segments of bills as rows: what each claims by component and tax, and the priced lines behind it.
final class SegmentRows {
    /// Decimals of a quantity that no decimal holds exactly.
    static final int DECIMALS_MAX = 12;

    private final Dictionary<ChargeRate>.Use rates;
    private final Dictionary<String>.Use codes;
    private final CopyRows segments = new CopyRows(
            "bill_segment", "bill", "ordinal", "kind", "from_day", "to_day", "usage", "codes", "due", "claimed");
    private final CopyRows lines = new CopyRows(
            "charge_line",
            "bill",
            "amount",
            "rate",
            "segment",
            "ordinal",
            "quantity",
            "from_day",
            "to_day",
            "share_days",
            "share_of_days");

    SegmentRows(BillNumbering numbering) {
        this.rates = numbering.rates().use();
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
        Map<String, Money> components = parts(bill, due.components());
        Map<String, Money> claimedComponents = parts(bill, claimed.components());
        Map<String, Money> taxes = parts(bill, due.taxes());
        Map<String, Money> claimedTaxes = parts(bill, claimed.taxes());
        Collection<String> ofComponents = both(components, claimedComponents);
        Collection<String> ofTaxes = both(taxes, claimedTaxes);
        int size = ofComponents.size() + ofTaxes.size();
        int[] numbers = new int[size];
        long[] dues = new long[size];
        long[] claims = new long[size];
        int i = 0;
        for (String code : ofComponents) {
            numbers[i] = codes.number(code);
            dues[i] = components.getOrDefault(code, Money.ZERO).minorUnits();
            claims[i++] = claimedComponents.getOrDefault(code, Money.ZERO).minorUnits();
        }
        for (String code : ofTaxes) {
            numbers[i] = codes.number(new AmountCode(true, code).name());
            dues[i] = taxes.getOrDefault(code, Money.ZERO).minorUnits();
            claims[i++] = claimedTaxes.getOrDefault(code, Money.ZERO).minorUnits();
        }
        segments.smallints(numbers).bigints(dues).bigints(claims);
    }

    private static Map<String, Money> parts(long bill, @Nullable Map<String, Money> parts) {
        if (parts == null) {
            throw new IllegalStateException("Bill " + bill
                    + " claims a sum without its parts. Maybe an earlier bill was stored as totals only?");
        }
        return parts;
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
                .money(line.amount())
                .integer(rates.number(ChargeRate.of(line)))
                .smallint(segment)
                .smallint(ordinal)
                .numeric(decimal(line.quantity()))
                .date(isWhole ? null : line.range().from())
                .date(isWhole ? null : line.range().to());
        ChargeLine.DayShare share = line.share();
        if (share == null) {
            lines.empty().empty();
        } else {
            lines.integer(Math.toIntExact(share.days())).integer(Math.toIntExact(share.ofDays()));
        }
    }

    private static Decimal decimal(Fraction quantity) {
        return quantity.toDecimal(DECIMALS_MAX);
    }

    /// Where the rows are, to go back to.
    Mark mark() {
        return new Mark(segments.mark(), lines.mark());
    }

    void back(Mark mark) {
        segments.back(mark.segments());
        lines.back(mark.lines());
    }

    record Mark(CopyRows.Mark segments, CopyRows.Mark lines) {}

    void send(Connection connection) throws SQLException {
        rates.save(connection);
        codes.save(connection);
        segments.send(connection);
        lines.send(connection);
    }
}
