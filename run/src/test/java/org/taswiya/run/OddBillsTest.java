package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AccountOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.bill.BillRows;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunTotals;

/// Bills that do not fit where others do: they are written exactly or fail alone.
final class OddBillsTest {
    private static final LocalDate OPENED = LocalDate.of(2020, 1, 1);
    private static final LocalDate READ = LocalDate.of(2020, 2, 14);

    /// Of 44 days, so that bounds are scaled to quantities that no decimal holds.
    @Test
    void theLargestUsageIsBilledWhole() throws SQLException {
        Database database = TestDatabases.fresh();
        fill(database, "9300000.123", "999999999999", "150.5");
        RunTotals totals = BillingRun.execute(
                        database, SampleUtility.settings("2020-02-14", 10), new BillingListener() {})
                .totals();
        assertThat(totals.failed()).isZero();
        assertThat(totals.bills()).isEqualTo(3);
        assertThat(usages(database)).containsExactly("9300000.123", "999999999999", "150.5");
    }

    /// Moved in in December, read for the first time on 1 January: bills begin there, and December has none.
    @Test
    void whoeverIsReadFirstOnTheLastDayHasNothingToBillYet() throws SQLException {
        Database database = TestDatabases.fresh();
        fill(database, OPENED.minusMonths(1), "150");
        RunSettings december = SampleUtility.settings(new Cycle(OPENED, OPENED), BillChecks.NONE);
        RunTotals before =
                BillingRun.execute(database, december, new BillingListener() {}).totals();
        assertThat(before.bills() + before.held() + before.failed()).isZero();
        BillingRun.execute(database, SampleUtility.settings("2020-02-14", 10), new BillingListener() {});
        assertThat(usages(database)).containsExactly("150");
    }

    @Test
    void aBillThatCannotBeWrittenFailsAloneAndTakesNoNumber() throws SQLException {
        Database database = TestDatabases.fresh();
        fill(database, "100", "200", "300");
        RunSettings settings = SampleUtility.settings("2020-02-14", 10);
        try (Connection connection = database.connect();
                Connection reader = database.connect()) {
            var batch = settings.inputs(reader, false).read(new CycleAccounts(reader, settings.cycle()).after("", 10));
            BillRows rows = BillNumbering.of(connection, 1).batch();
            List<BilledAccount.Issued> issued = batch.accounts().stream()
                    .map(input -> BilledAccount.of(input, new SharedPrices()))
                    .map(account -> account.input().customerAccount().endsWith("2") ? spoiled(account) : account)
                    .map(account -> account.issue(rows, Map.of()))
                    .toList();
            assertThat(issued.stream()
                            .flatMap(of -> of.bills().stream())
                            .map(bill -> bill.number().serial()))
                    .containsExactly(1L, 2L);
            BilledAccount failed = issued.get(1).account();
            assertThat(failed.input().agreements()).isEmpty();
            assertThat(failed.outcome().agreements()).isEmpty();
            assertThat(failed.withheld().getFirst().reasons().getFirst().found())
                    .contains("claims a sum without its parts");
        }
    }

    /// A bill that no store can write: what it claims has lost its components.
    private static BilledAccount spoiled(BilledAccount account) {
        DraftBill bill = account.outcome().bills().getFirst();
        List<BillSegment> segments = bill.segments().stream()
                .map(of -> new BillSegment(
                        of.range(),
                        of.kind(),
                        of.usage(),
                        of.rating(),
                        Amounts.totals(of.claimed().net(), of.claimed().tax())))
                .toList();
        DraftBill spoiled = new DraftBill(
                bill.agreement(),
                bill.customerAccount(),
                bill.service(),
                bill.tariff(),
                bill.billedOn(),
                bill.dueOn(),
                bill.basis(),
                segments,
                bill.amounts(),
                bill.stampIfCash(),
                bill.instalmentOffer());
        AccountOutcome outcome = new AccountOutcome(
                account.outcome().customerAccount(),
                List.of(new Billed(spoiled)),
                account.outcome().arrears());
        return new BilledAccount(account.input(), outcome, List.of());
    }

    private static List<String> usages(Database database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select array_agg(usage::text order by bill) from bill_segment")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private static void fill(Database database, String... usages) {
        fill(database, OPENED, usages);
    }

    private static void fill(Database database, LocalDate movedIn, String... usages) {
        Change why = new Change(Instant.parse("2020-02-15T08:00:00Z"), "test", "odd");
        try (PopulationWriter writer = PopulationWriter.open(database, why)) {
            for (int i = 1; i <= usages.length; i++) {
                String account = "000000000" + i;
                writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "ا", "A", Language.AR));
                writer.add(new CustomerAccount(account, "P" + i));
                writer.add(new Premise("L" + i, "here", "Maarif"));
                writer.add(new UsagePoint("E" + i, "L" + i, "electricity"));
                writer.add(
                        new ServiceAgreement(
                                "C0000" + i, account, "E" + i, "casablanca/electricity-household", 1, movedIn, null),
                        movedIn);
                Register register = new Register(null, 3, Decimal.ONE, Unit.KILOWATT_HOUR);
                writer.add(new Meter("M" + i, "E" + i, register, OPENED, Decimal.ZERO, null));
                writer.add("E" + i, new ActualReading(OPENED, Decimal.ZERO, "round"));
                writer.add("E" + i, new ActualReading(READ, Decimal.parse(usages[i - 1]), "round"));
            }
            writer.commit();
        }
    }
}
