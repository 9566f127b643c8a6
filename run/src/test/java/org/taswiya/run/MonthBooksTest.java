package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.books.MonthBooks;
import org.taswiya.store.books.MonthBooks.Booked;
import org.taswiya.store.books.MonthBooks.Revenue;
import org.taswiya.store.books.MonthBooks.TaxAtRate;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.ledger.Ledger;

/// What a month's bills say by block and by rate of tax sums to what the ledger has, through estimates, settlements,
/// cancellations and bills made anew.
final class MonthBooksTest {
    private static final Set<String> VAT = Set.of("VAT");
    private static final Change WHY = new Change(Instant.parse("2020-06-20T08:00:00Z"), "amina", "test");
    private static final List<String> CYCLES =
            List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01", "2020-07-01");

    private static Database town = TestDatabases.fresh();

    @BeforeAll
    static void springAndSummer() {
        new SampleUtility(80, 11).fill(town);
        for (String to : CYCLES) {
            BillingRun.execute(town, SampleUtility.settings(to, 20), new BillingListener() {});
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    @Test
    void aBillOf120KilowattHours() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(database);
        BillingRun.execute(database, FewCustomers.settings(BillChecks.NONE), new BillingListener() {});
        MonthBooks march = MonthBooks.of(database, YearMonth.of(2020, 3));
        assertThat(march.revenue())
                .contains(
                        new Revenue("electricity", "household", "energy", 1, Money.parse("84.96")),
                        new Revenue("electricity", "household", "energy", 2, Money.parse("20.44")),
                        new Revenue("electricity", "household", "maintenance", 0, Money.parse("6.50")));
        assertThat(sum(march.revenue().stream().map(Revenue::net).toList())).isEqualTo(Money.parse("113.30"));
        assertThat(march.valueAdded())
                .contains(new TaxAtRate(Decimal.parse("0.14"), Money.parse("105.40"), Money.parse("14.76")));
        assertThat(sum(march.valueAdded().stream().map(TaxAtRate::tax).toList()))
                .isEqualTo(Money.parse("16.16"));
    }

    @Test
    void everyMonthIsToldApartToTheLastCentime() {
        for (String to : CYCLES) {
            MonthBooks books = MonthBooks.of(town, YearMonth.from(LocalDate.parse(to)));
            assertThat(books.revenue()).as(to).isNotEmpty();
            assertThat(books.revenueNotToldApart()).as(to).isEqualTo(Money.ZERO);
            assertThat(books.taxNotToldApart(VAT)).as(to).isEqualTo(Money.ZERO);
        }
        MonthBooks june = MonthBooks.of(town, YearMonth.of(2020, 6));
        assertThat(june.revenue().stream().map(Revenue::net))
                .as("the settlement of spring gives some back")
                .anyMatch(net -> net.signum() < 0);
    }

    @Test
    void aCancelledBillCountsBelowZeroInTheMonthOfItsCancellation() {
        List<JournalEntry> entries = new ArrayList<>();
        Ledger.each(town, entries::add);
        JournalEntry last = entries.stream()
                .filter(entry -> entry.key().startsWith("bill/") && !entry.key().endsWith("reversed"))
                .reduce((one, other) -> other)
                .orElseThrow();
        BillNumber number =
                BillNumber.parse(last.key().substring("bill/".length())).orElseThrow();
        Cancellations.cancel(town, number, LocalDate.of(2020, 9, 7), WHY, false);
        MonthBooks september = MonthBooks.of(town, YearMonth.of(2020, 9));
        assertThat(september.revenueNotToldApart()).isEqualTo(Money.ZERO);
        assertThat(september.taxNotToldApart(VAT)).isEqualTo(Money.ZERO);
        assertThat(september.revenueBooked())
                .isEqualTo(sum(last.postings().stream()
                        .filter(posting -> posting.account().name().startsWith("revenue"))
                        .map(posting -> posting.amount())
                        .toList()));
    }

    @Test
    void accrualsAreToldFromBills() {
        Database database = TestDatabases.fresh();
        new FewCustomers(List.of(120L)).fill(database);
        MonthClose.close(
                database,
                YearMonth.of(2020, 2),
                SampleUtility.POLICY,
                SampleUtility::tariff,
                ProvisionRules.NONE,
                LocalDate.of(2020, 3, 5),
                WHY,
                false,
                new BillingListener() {});
        MonthBooks february = MonthBooks.of(database, YearMonth.of(2020, 2));
        assertThat(sum(february.booked().stream().map(Booked::closing).toList()))
                .isEqualTo(Money.parse("113.30"));
        assertThat(february.revenueBooked()).isEqualTo(Money.parse("113.30"));
        assertThat(february.revenueNotToldApart()).isEqualTo(Money.ZERO);
    }
}
