package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.run.MonthCloseAnswer.Closed;
import org.taswiya.run.MonthCloseAnswer.Reason;
import org.taswiya.run.MonthCloseAnswer.Refused;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.Payments;

/// A month has the revenue of what was supplied in it, whenever it is closed and whenever its bills were made; then
/// nothing is booked in it any more.
final class MonthCloseTest {
    private static final Change WHY = new Change(Instant.parse("2020-07-02T08:00:00Z"), "amina", "close");
    private static final LocalDate TODAY = LocalDate.of(2020, 7, 2);
    private static final YearMonth FEBRUARY = YearMonth.of(2020, 2);
    private static final YearMonth MARCH = YearMonth.of(2020, 3);

    private static MonthCloseAnswer close(Database database, YearMonth month, boolean isTrial) {
        return MonthClose.close(
                database,
                month,
                SampleUtility.POLICY,
                SampleUtility::tariff,
                ProvisionRules.NONE,
                TODAY,
                WHY,
                isTrial,
                new BillingListener() {});
    }

    private static SortedMap<LedgerAccount, Money> accrued(Database database, YearMonth month) {
        SortedMap<LedgerAccount, Money> accrued = new TreeMap<>(((Closed) close(database, month, true)).accrued());
        accrued.values().removeIf(Money::isZero);
        return accrued;
    }

    private static Database town(String... billedTo) {
        Database database = TestDatabases.fresh();
        new SampleUtility(60, 5).fill(database);
        bill(database, billedTo);
        return database;
    }

    private static void bill(Database database, String... billedTo) {
        for (String to : billedTo) {
            BillingRun.execute(database, SampleUtility.settings(to, 10), new BillingListener() {});
        }
    }

    /// What the postings of each account up to a day sum to.
    private static Money booked(Database database, String account, LocalDate upTo) {
        List<Money> sums = new ArrayList<>(List.of(Money.ZERO));
        Ledger.each(database, entry -> {
            if (!entry.bookedOn().isAfter(upTo)) {
                for (Posting posting : entry.postings()) {
                    if (posting.account().name().equals(account)) {
                        sums.add(sums.getLast().plus(posting.amount()));
                    }
                }
            }
        });
        return sums.getLast();
    }

    @Test
    void aHouseholdThatIsReadAtTheEndOfTheMonthAndBilledLaterCountsWithItsWholeBillBeforeTax() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(database);
        Closed closed = (Closed) close(database, FEBRUARY, false);
        assertThat(closed.total()).isEqualTo(Money.parse("113.30"));
        assertThat(closed.bills()).isOne();
        assertThat(booked(database, "assets:unbilled", FEBRUARY.atEndOfMonth())).isEqualTo(Money.parse("113.30"));
        assertThat(booked(database, "assets:unbilled", MARCH.atDay(1))).isEqualTo(Money.ZERO);
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
        assertThat(ClosedMonths.list(database))
                .containsExactly(new ClosedMonths.ClosedMonth(FEBRUARY, closed.total(), 1, 0, "amina", "close"));
    }

    @Test
    void itIsTheSameBeforeAndAfterTheBillsOfItsEndWereMade() {
        Database database = town("2020-03-01");
        SortedMap<LedgerAccount, Money> before = accrued(database, MARCH);
        assertThat(before)
                .hasSizeGreaterThan(5)
                .allSatisfy((account, net) -> assertThat(net.signum()).isPositive());
        bill(database, "2020-04-01");
        assertThat(accrued(database, MARCH)).isEqualTo(before);
        bill(database, "2020-05-01");
        assertThat(accrued(database, MARCH))
                .as("the bills of April are of no day of March")
                .isEqualTo(before);
    }

    @Test
    void aBillThatIsCancelledAfterTheEndIsCountedAsItWillBeMadeAnew() throws SQLException {
        Database database = town("2020-03-01", "2020-04-01");
        SortedMap<LedgerAccount, Money> before = accrued(database, MARCH);
        List<JournalEntry> entries = new ArrayList<>();
        Ledger.each(database, entries::add);
        String key = entries.stream()
                .filter(entry -> entry.bookedOn().equals(LocalDate.of(2020, 4, 3)))
                .map(JournalEntry::key)
                .toList()
                .getFirst();
        BillNumber number = BillNumber.parse(key.substring("bill/".length())).orElseThrow();
        Cancellations.cancel(database, number, LocalDate.of(2020, 4, 20), WHY, false);
        assertThat(accrued(database, MARCH)).isEqualTo(before);
    }

    @Test
    void aPeriodAcrossTheEndIsSharedOutByDays() throws SQLException {
        Database database = town("2020-03-16");
        SortedMap<LedgerAccount, Fraction> shares = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select p.service, a.code, s.from_day, s.to_day, a.claimed
                        from claimed_amount a
                        join bill_segment s on s.bill = a.bill and s.ordinal = a.segment
                        join bill b on b.serial = a.bill
                        join service_agreement g on g.reference = b.agreement
                        join usage_point p on p.reference = g.usage_point
                        where not a.is_tax""")) {
            while (rows.next()) {
                LocalDate from = rows.getObject(3, LocalDate.class);
                LocalDate to = rows.getObject(4, LocalDate.class);
                LocalDate end = to.isBefore(MARCH.atDay(1)) ? to : MARCH.atDay(1);
                long days = Math.max(0, end.toEpochDay() - from.toEpochDay());
                shares.merge(
                        new LedgerAccount("revenue:" + rows.getString(1) + ":" + rows.getString(2)),
                        Fraction.of(rows.getLong(5) * days, (to.toEpochDay() - from.toEpochDay()) * 100),
                        Fraction::plus);
            }
        }
        SortedMap<LedgerAccount, Money> expected = new TreeMap<>();
        shares.forEach((account, share) -> expected.put(account, share.toMoney(RoundingMode.HALF_UP)));
        expected.values().removeIf(Money::isZero);
        assertThat(expected).isNotEmpty();
        assertThat(accrued(database, FEBRUARY)).isEqualTo(expected);
    }

    @Test
    void whatWasBilledBeyondTheEndIsTakenOff() {
        Database database = town("2020-03-16");
        bill(database, "2020-04-16");
        SortedMap<LedgerAccount, Money> april = accrued(database, YearMonth.of(2020, 4));
        assertThat(april.values()).anySatisfy(net -> assertThat(net.signum()).isPositive());
        Database ahead = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(ahead);
        BillingRun.execute(ahead, FewCustomers.settings(BillChecks.NONE), new BillingListener() {});
        assertThat(accrued(ahead, YearMonth.of(2020, 1)))
                .as("all of it was supplied after January")
                .isEmpty();
    }

    @Test
    void nothingIsBookedInAClosedMonthAndWhatBelongsToItIsBookedOnTheFirstOpenDay() throws SQLException {
        Database database = town("2020-03-01");
        close(database, MARCH, false);
        String account = "0000000007";
        Payment payment = new Payment(
                account, Money.parse("10.00"), LocalDate.of(2020, 3, 30), Means.TRANSFER, "bmce", null, List.of());
        Payments.take(database, payment, StampDuty.NONE, TODAY, WHY, false);
        List<JournalEntry> entries = new ArrayList<>();
        Ledger.each(database, entries::add);
        assertThat(entries.getLast().key()).startsWith("payment/");
        assertThat(entries.getLast().bookedOn()).isEqualTo(LocalDate.of(2020, 4, 1));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> {
                        connection.setAutoCommit(false);
                        statement.execute("""
                                insert into posting select last_number + 1, o, 1, case o when 1 then 1 else -1 end
                                from number_series, generate_series(1, 2) o where name = 'entry'""");
                        statement.execute("""
                                insert into journal_entry select last_number + 1, null, 'by-hand', '2020-03-31', '', 'x'
                                from number_series where name = 'entry'""");
                    })
                    .hasMessageContaining("an entry before 2020-04-01, the first day that is open");
        }
    }

    @Test
    void whatCannotBeClosedIsRefusedAndNothingIsWritten() {
        Database database = town("2020-03-01");
        String before = BooksDigest.of(database);
        assertThat(((Refused) close(database, YearMonth.of(2020, 7), false)).reason())
                .isEqualTo(Reason.NOT_OVER);
        close(database, MARCH, true);
        assertThat(BooksDigest.of(database)).as("a trial").isEqualTo(before);
        close(database, MARCH, false);
        for (YearMonth closed : List.of(MARCH, FEBRUARY)) {
            Refused refused = (Refused) close(database, closed, false);
            assertThat(refused.reason()).isEqualTo(Reason.CLOSED_ALREADY);
            assertThat(refused.found()).contains("nothing is booked before 2020-04-01");
        }
        assertThatThrownBy(() -> bill(database, "2020-03-15"))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContaining("a month that is closed");
    }

    @Test
    void theLedgerOfAYearOfClosesStillBalancesAndIsFreeOfAccruals() {
        Database database = town("2020-03-01");
        close(database, FEBRUARY, false);
        bill(database, "2020-04-01");
        close(database, MARCH, false);
        bill(database, "2020-05-01");
        close(database, YearMonth.of(2020, 4), false);
        Map<LedgerAccount, Money> balances = Ledger.balance(database).balances();
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
        assertThat(balances.getOrDefault(new LedgerAccount("assets:unbilled"), Money.ZERO))
                .isEqualTo(Money.ZERO);
    }
}
