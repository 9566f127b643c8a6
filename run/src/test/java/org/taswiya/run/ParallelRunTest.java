package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillLimits;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ParallelBill.Cause;
import org.taswiya.run.ParallelReport.Sums;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;

/// Each customer is one way in which two systems can bill: 120 kWh are 129.46 here.
final class ParallelRunTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final BillChecks UP_TO_1000 =
            BillChecks.all(new BillLimits(null, Money.parse("1000"), null, null, false, null, false));

    private static FormerBill bill(String agreement, LocalDate from, String usage, String net, String tax) {
        return new FormerBill(
                agreement,
                "F" + from,
                DateRange.of(from, MARCH),
                MARCH,
                Decimal.parse(usage),
                UsageQuality.ACTUAL,
                Money.parse(net),
                Money.parse(tax));
    }

    private static FormerBill bill(String agreement, String usage, String net, String tax) {
        return bill(agreement, FEBRUARY, usage, net, tax);
    }

    private static ParallelReport report(Database database, List<FormerBill> theirs, int largest) {
        return ParallelRun.execute(
                database, FewCustomers.settings(UP_TO_1000), theirs, largest, new BillingListener() {});
    }

    private static Sums sums(long agreements, String theirs, String ours) {
        return new Sums(agreements, Money.parse(theirs), Money.parse(ours));
    }

    @Test
    void everyDifferenceHasItsCauseAndTheLargestComesFirst() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L, 120L, 120L, 120L, 9_000L)).fill(database);
        String before = BooksDigest.of(database);
        List<FormerBill> theirs = List.of(
                bill("C00001", "120", "113.30", "16.16"),
                bill("C00002", "110", "100", "14"),
                bill("C00003", LocalDate.of(2020, 2, 2), "120.0", "113.30", "16.17"),
                bill("C00005", "9000", "10000", "1400"),
                bill("C00009", "1", "2", "0"));
        ParallelReport report = report(database, theirs, 10);
        assertThat(report.byCause())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        Cause.SAME, sums(1, "129.46", "129.46"),
                        Cause.USAGE_DIFFERS, sums(1, "114.00", "129.46"),
                        Cause.AMOUNT_DIFFERS, sums(1, "129.47", "129.46"),
                        Cause.ONLY_THEIRS, sums(1, "2.00", "0.00"),
                        Cause.ONLY_OURS, sums(1, "0.00", "129.46"),
                        Cause.HELD, sums(1, "11400.00", "0.00"))));
        assertThat(report.differing()).isEqualTo(5);
        assertThat(report.held()).containsExactly(Map.entry("large-bill", 1L));
        assertThat(report.largest().stream().map(ParallelBill::agreement))
                .containsExactly("C00005", "C00004", "C00002", "C00009", "C00003");
        assertThat(report.largest().stream().map(ParallelBill::found)).satisfies(found -> {
            assertThat(found.get(0)).startsWith("large-bill: ");
            assertThat(found.get(3)).isEqualTo("the agreement is not known here");
            assertThat(found.get(4)).isEqualTo("theirs is of 2020-02-02/2020-03-01, ours of 2020-02-01/2020-03-01");
        });
        assertThat(report(database, theirs, 2).largest())
                .hasSize(2)
                .isEqualTo(report.largest().subList(0, 2));
        assertThat(BooksDigest.of(database)).isEqualTo(before);
    }

    @Test
    void twoBillsOfOneAgreementCountAsOne() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(database);
        List<FormerBill> halves =
                Stream.of(1, 2).map(_ -> bill("C00001", "60", "56.65", "8.08")).toList();
        assertThat(report(database, halves, 10).differing()).isZero();
    }

    /// What the old system estimated is deducted on both sides: compared is what is billed now.
    @Test
    void aSettlementIsComparedByWhatItBillsNow() throws SQLException {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(database);
        FormerBillsTest.take(
                database,
                List.of(new FormerBill(
                        "C00001",
                        "F1",
                        DateRange.of(FEBRUARY, LocalDate.of(2020, 2, 15)),
                        MARCH,
                        Decimal.of(50),
                        UsageQuality.ESTIMATED,
                        Money.parse("40"),
                        Money.ZERO)));
        ParallelReport report =
                report(database, List.of(bill("C00001", LocalDate.of(2020, 2, 15), "70", "1", "0")), 10);
        assertThat(report.largest()).singleElement().satisfies(bill -> {
            assertThat(bill.cause()).isEqualTo(Cause.AMOUNT_DIFFERS);
            assertThat(bill.found()).isEmpty();
        });
    }
}
