package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.input.FormerBills;
import org.taswiya.store.run.BatchTransaction;

/// What the old system billed is deducted as if these books had billed it.
///
/// One town is in these books from the start. It is unread from March to May 2020, billed on estimates and settled by
/// the readings of 1 June. The other town is the same, but its February and March were billed by an old system, which
/// estimated alike.
final class FormerBillsTest {
    private static final Change MOVE = new Change(Instant.parse("2020-05-02T08:00:00Z"), "migration", "old bills");
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread");
    private static final String APRIL = "2020-05-01";
    private static final String JUNE = "2020-06-01";

    /// What every bill of a run claims, part by part.
    private static final String CLAIMED = """
            select b.agreement || ' ' || b.basis || ' ' || s.kind || ' ' || s.from_day || ' ' || s.to_day
                   || ' ' || s.usage || ' '
                   || coalesce(string_agg(c.code || ' ' || c.due || ' ' || c.claimed, ', ' order by c.code)
                       filter (where c.due <> 0 or c.claimed <> 0), '') || ' ' || b.net || ' ' || b.tax
            from bill b join bill_segment s on s.bill = b.serial join billing_run r on r.id = b.run
            left join claimed_amount c on c.bill = s.bill and c.segment = s.ordinal
            where r.bill_to = date '{to}' and r.released_only = false
            group by b.serial, s.bill, s.ordinal order by b.agreement, b.serial, s.ordinal""";

    private static final String HELD = """
            select h.agreement || ' ' || h.reason from held_agreement h join billing_run r on r.id = h.run
            where r.bill_to = date '{to}' order by 1""";

    private static final String SETTLED = "select count(*)::text from settlement";

    private record Documents(Database database, DocumentFolder folder) implements BillingListener {
        @Override
        public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
            return folder.write(database, accounts);
        }
    }

    private static void bill(Database database, String to) {
        try {
            DocumentFolder folder = new DocumentFolder(TestDatabases.folder("documents"), (_, _) -> Optional.empty());
            BillingRun.execute(database, SampleUtility.settings(to, 20), new Documents(database, folder));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> query(Database database, String sql, String to) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql.replace("{to}", to))) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The bills of a town so far, as an old system would hand them over.
    private static List<FormerBill> handedOver(Database database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select b.agreement, b.serial, s.from_day, s.to_day, b.billed_on, s.usage, b.net, b.tax
                from bill b join bill_segment s on s.bill = b.serial where s.kind = 'estimated' order by b.serial""")) {
            return Rows.list(
                    query,
                    row -> new FormerBill(
                            row.getString("agreement"),
                            "F" + row.getLong("serial"),
                            DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                            Rows.date(row, "billed_on"),
                            Rows.decimal(row, "usage"),
                            UsageQuality.ESTIMATED,
                            Money.ofMinor(row.getLong("net")),
                            Money.ofMinor(row.getLong("tax"))));
        }
    }

    static void take(Database database, List<FormerBill> bills) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction transaction = BatchTransaction.begin(connection, MOVE, () -> {});
            FormerBills.add(connection, transaction.change(), bills);
            transaction.commit();
        }
    }

    private static Database fromTheStart() {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 3).fill(database);
        bill(database, "2020-03-01");
        bill(database, "2020-04-01");
        return database;
    }

    private static Database migrated(List<FormerBill> bills) throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 3).fill(database);
        take(database, bills);
        return database;
    }

    private static void assertSamePaid(Database start, Database moved, String to) {
        assertThat(query(moved, CLAIMED, to)).isNotEmpty().isEqualTo(query(start, CLAIMED, to));
        assertThat(query(moved, HELD, to)).isEqualTo(query(start, HELD, to));
    }

    @Test
    void aMigratedTownPaysToTheCentimeWhatATownPaysThatWasHereFromTheStart() throws SQLException {
        Database start = fromTheStart();
        List<FormerBill> handedOver = handedOver(start);
        assertThat(handedOver).hasSizeGreaterThan(150);
        Database moved = migrated(handedOver);
        for (String to : List.of(APRIL, JUNE, "2020-07-01")) {
            bill(start, to);
            bill(moved, to);
            assertSamePaid(start, moved, to);
        }
        assertThat(query(moved, SETTLED, JUNE)).isEqualTo(query(start, SETTLED, JUNE));
    }

    /// Each reprint is the same bytes, whatever came after; and a bill that is taken back is made again from what the
    /// old system billed, too.
    @Test
    void whatWasDeductedIsDeductedAgain() throws SQLException {
        Database start = fromTheStart();
        Database moved = migrated(handedOver(start));
        for (String to : List.of(APRIL, JUNE)) {
            bill(start, to);
            bill(moved, to);
        }
        for (Database database : List.of(start, moved)) {
            long settled = Long.parseLong(query(database, """
                    select min(b.serial)::text from bill b join settlement s on s.bill = b.serial
                    where b.agreement = (select min(o.agreement) from bill o join settlement t on t.bill = o.serial)
                    """, JUNE).getFirst());
            Cancellations.cancel(database, new BillNumber(settled), LocalDate.of(2020, 6, 10), CLERK);
            bill(database, "2020-07-01");
        }
        assertSamePaid(start, moved, "2020-07-01");
        List<ReprintedBill> reprinted = new ArrayList<>();
        Reprint.execute(
                moved,
                new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.empty()),
                BilledRange.all(moved),
                reprinted::add);
        assertThat(reprinted)
                .hasSizeGreaterThan(200)
                .allSatisfy(bill -> assertThat(bill)
                        .isInstanceOfSatisfying(
                                Same.class, same -> assertThat(same.isAsFirst()).isTrue()));
        List<String> references =
                handedOver(start).stream().map(FormerBill::reference).toList();
        assertThat(reprinted)
                .as("a settlement names the old system's bills, too")
                .anySatisfy(bill ->
                        assertThat(((Same) bill).preceding()).anyMatch(before -> references.contains(before.number())));
    }

    @Test
    void aMonthThatTheOldSystemLeftOutHoldsTheBill() throws SQLException {
        List<FormerBill> march = handedOver(fromTheStart()).stream()
                .filter(bill -> bill.range().from().equals(LocalDate.of(2020, 3, 1)))
                .toList();
        Database moved = migrated(march);
        bill(moved, APRIL);
        List<String> gaps = march.stream()
                .map(bill -> bill.agreement() + " billed-gap")
                .sorted()
                .toList();
        assertThat(query(moved, HELD, APRIL)).containsAll(gaps);
    }

    /// The old system billed nothing for two months: all of it is due when the meter is read.
    @Test
    void whatTheOldSystemBilledTooLittleIsCharged() throws SQLException {
        List<FormerBill> handedOver = handedOver(fromTheStart());
        List<FormerBill> nothing = handedOver.stream()
                .map(bill -> new FormerBill(
                        bill.agreement(),
                        bill.reference(),
                        bill.range(),
                        bill.issuedOn(),
                        bill.usage(),
                        bill.quality(),
                        Money.ZERO,
                        Money.ZERO))
                .toList();
        Database billed = migrated(handedOver);
        Database unbilled = migrated(nothing);
        bill(billed, JUNE);
        bill(unbilled, JUNE);
        String held = query(billed, HELD, JUNE).toString();
        Money missing = handedOver.stream()
                .filter(bill -> !held.contains(bill.agreement()))
                .map(FormerBill::total)
                .reduce(Money.ZERO, Money::plus);
        assertThat(total(unbilled).minus(total(billed))).isEqualTo(missing);
        assertThat(missing.compareTo(Money.ofMinor(100_000))).isPositive();
    }

    private static Money total(Database database) {
        return Money.ofMinor(Long.parseLong(query(database, "select coalesce(sum(net + tax), 0)::text from bill", JUNE)
                .getFirst()));
    }
}
