package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Finds out anew what the last bill of an agreement says of its past, where that holds no more: a bill was cancelled
/// or a reading corrected since.
final class ReopenedBooks {
    private final Connection connection;
    private final Known known;

    ReopenedBooks(Connection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    void read(Map<String, OpenAgreement> agreements) throws SQLException {
        List<String> reopened = agreements.values().stream()
                .filter(agreement -> agreement.isReopened)
                .map(agreement -> agreement.reference)
                .toList();
        if (!reopened.isEmpty()) {
            String keys = "unnest(" + Literals.texts(reopened) + ") as a(reference)";
            readLastBills(agreements, keys);
            readReopenings(agreements, keys);
            countOpenBills(agreements, keys);
        }
    }

    private void readLastBills(Map<String, OpenAgreement> agreements, String keys) throws SQLException {
        agreements.values().stream().filter(agreement -> agreement.isReopened).forEach(OpenAgreement::forgetBills);
        each("""
                select a.reference, b.next_gap_from, b.net + b.tax
                from {keys} cross join lateral (
                    select b.run, b.next_gap_from, b.net, b.tax from bill b
                    where b.agreement = a.reference{bill}
                        and not exists (select from cancellation c where c.bill = b.serial{cancellation})
                    order by b.run desc limit {usual}) b
                order by a.reference, b.run desc""".replace("{usual}", "" + BillsBefore.USUAL_BILLS), keys, row -> {
            OpenAgreement agreement = of(agreements, row.text());
            LocalDate nextGapFrom = row.date();
            List<Money> recent = new ArrayList<>(agreement.before.recent());
            if (recent.isEmpty()) {
                agreement.gapFrom = nextGapFrom;
            }
            recent.addFirst(Money.ofMinor(row.whole()));
            agreement.before = new BillsBefore(0, recent);
        });
    }

    private void readReopenings(Map<String, OpenAgreement> agreements, String keys) throws SQLException {
        each("""
                select a.reference, min(r.from_day)
                from {keys} join reopening r on r.agreement = a.reference{reopening}
                where r.after_bill >= coalesce((
                    select max(b.serial) from bill b
                    where b.agreement = a.reference and b.basis = 'reading'{bill}
                        and not exists (select from cancellation c where c.bill = b.serial{cancellation})), 0)
                group by a.reference""", keys, row -> {
            OpenAgreement agreement = of(agreements, row.text());
            LocalDate from = row.date();
            if (from.isBefore(agreement.gapFrom)) {
                agreement.gapFrom = from;
            }
        });
    }

    /// Bills in the order of their runs, from the last one back to the first that reaches into the gap.
    private void countOpenBills(Map<String, OpenAgreement> agreements, String keys) throws SQLException {
        Map<String, Integer> seen = new HashMap<>();
        each("""
                select a.reference, b.billed_to from {keys} join bill b on b.agreement = a.reference{bill}
                order by a.reference, b.run desc""", keys, row -> {
            OpenAgreement agreement = of(agreements, row.text());
            int number = seen.merge(agreement.reference, 1, Integer::sum);
            if (row.date().isAfter(agreement.gapFrom)) {
                agreement.before = new BillsBefore(number, agreement.before.recent());
            }
        });
    }

    private void each(String select, String keys, CopiedRows.Use use) throws SQLException {
        CopiedRows.each(
                connection,
                select.replace("{keys}", keys)
                        .replace("{bill}", known.bill("b"))
                        .replace("{cancellation}", known.change("c"))
                        .replace("{reopening}", known.change("r")),
                use);
    }

    private static OpenAgreement of(Map<String, OpenAgreement> agreements, String reference) {
        OpenAgreement agreement = agreements.get(reference);
        if (agreement == null) {
            throw new IllegalStateException("agreement " + reference + " was not asked for");
        }
        return agreement;
    }
}
