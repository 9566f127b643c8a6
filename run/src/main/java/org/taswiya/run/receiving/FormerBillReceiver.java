package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.FormerBillRow;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.store.input.FormerBills;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.receiving.RecordsThere.Agreement;
import org.taswiya.store.run.BatchTransaction;

/// Takes bills of the old system into the books. No day of an agreement is billed twice, by them or by ours. Days that
/// nobody has billed are found when the agreement is billed: bills may come in any order.
final class FormerBillReceiver implements BatchReceiver {
    private final LocalDate on;

    FormerBillReceiver(LocalDate on) {
        this.on = on;
    }

    /// What the books have of the agreements of a batch.
    private record There(
            Map<String, Agreement> agreements, Map<String, List<FormerBill>> former, Map<String, DateRange> ours) {
        static There of(Connection connection, Set<String> named) throws SQLException {
            return new There(
                    RecordsThere.agreements(connection, named),
                    FormerBills.of(connection, named),
                    FormerBills.billedHere(connection, named));
        }

        List<FormerBill> of(FormerBill bill) {
            return former.computeIfAbsent(bill.agreement(), _ -> new ArrayList<>());
        }
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Connection connection = transaction.connection();
        There there = There.of(
                connection, rows.stream().map(row -> bill(row).agreement()).collect(Collectors.toSet()));
        List<FormerBill> added = new ArrayList<>();
        for (AcceptedRow row : rows) {
            FormerBill bill = bill(row);
            Wrong wrong = wrong(bill, there);
            if (there.of(bill).contains(bill)) {
                tally.unchanged();
            } else if (wrong != null) {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
            } else {
                there.of(bill).add(bill);
                added.add(bill);
                tally.added();
            }
        }
        if (!added.isEmpty()) {
            FormerBills.add(connection, transaction.change(), added);
        }
    }

    private @Nullable Wrong wrong(FormerBill bill, There there) {
        Agreement agreement = there.agreements().get(bill.agreement());
        if (agreement == null) {
            return new Wrong(
                    RowReason.UNKNOWN_AGREEMENT,
                    SourceField.AGREEMENT_REFERENCE,
                    "agreement " + bill.agreement() + " is not known");
        }
        if (bill.issuedOn().isAfter(on)) {
            return new Wrong(
                    RowReason.FUTURE_DATE, SourceField.ISSUED, "found " + bill.issuedOn() + ", a day after " + on);
        }
        for (FormerBill other : there.of(bill)) {
            if (other.reference().equals(bill.reference())) {
                return new Wrong(RowReason.OTHER_VALUE, SourceField.REFERENCE, Differences.words(bill, other));
            }
            if (other.range().daysShared(bill.range()) > 0) {
                return overlap("bill " + other.reference() + " is of " + other.range());
            }
        }
        return overlapWithOurs(bill, agreement.billedFrom(), there.ours().get(bill.agreement()));
    }

    private static @Nullable Wrong overlapWithOurs(FormerBill bill, LocalDate billedFrom, @Nullable DateRange ours) {
        if (bill.range().from().isBefore(billedFrom) && bill.range().to().isAfter(billedFrom)) {
            return overlap("the agreement is billed here from " + billedFrom + ", in the middle of it");
        }
        boolean isInGap = !bill.range().from().isBefore(billedFrom);
        return isInGap && ours != null && ours.daysShared(bill.range()) > 0
                ? overlap("these books have billed " + ours)
                : null;
    }

    private static Wrong overlap(String found) {
        return new Wrong(RowReason.OVERLAP, SourceField.FROM, found);
    }

    private static FormerBill bill(AcceptedRow row) {
        return ((FormerBillRow) row.row()).bill();
    }
}
