package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.books.RegulatorFigures;
import org.taswiya.store.books.RegulatorFigures.By;
import org.taswiya.store.books.RegulatorFigures.Figures;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;

/// Books that can be counted by hand. Everybody used 120 kWh in each month of the year before, so that each estimate is
/// 120 kWh and 129.46; a shortfall is charged for two months before the reading at most.
///
/// | | April | May | June | July |
/// |---|---|---|---|---|
/// | A, household, Maarif | 1st estimate | 2nd | 3rd | read: 600 kWh in four months |
/// | B, professional, Anfa | 1st estimate | read: 122 kWh in two months | 1st | 2nd |
/// | C, household, Anfa | 1st, cancelled, 1st again | 2nd | 3rd | 4th |
final class RegulatorFiguresTest {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 1, 1);
    private static final Change TEST = new Change(Instant.parse("2020-03-01T00:00:00Z"), "test", "by hand");
    private static final BillingPolicy POLICY = new BillingPolicy(
            new AllocationPolicy.ByDays(),
            List.of(EstimationMethod.LAST_YEAR),
            6,
            new BackBillingRule(2, Anchor.LAST_READING),
            null);
    private static final Database DATABASE = TestDatabases.fresh();

    @BeforeAll
    static void billByHand() {
        try (PopulationWriter writer = PopulationWriter.open(DATABASE, TEST)) {
            add(writer, 1, CustomerClass.HOUSEHOLD, "Maarif");
            add(writer, 2, CustomerClass.PROFESSIONAL, "Anfa");
            add(writer, 3, CustomerClass.HOUSEHOLD, "Anfa");
            writer.add("U2", new ActualReading(LocalDate.of(2020, 5, 1), Decimal.of(1440 + 122), "round"));
            writer.add("U1", new ActualReading(LocalDate.of(2020, 7, 1), Decimal.of(1440 + 600), "round"));
            writer.commit();
        }
        LocalDate april = MARCH.plusMonths(1);
        bill(new Cycle(april, april));
        Cancellations.cancel(DATABASE, new BillNumber(3), april.plusDays(9), TEST);
        bill(new Cycle(april, april.plusDays(10), null, true));
        for (int month = 2; month <= 4; month++) {
            bill(new Cycle(MARCH.plusMonths(month), MARCH.plusMonths(month)));
        }
    }

    private static void add(PopulationWriter writer, int i, CustomerClass of, String area) {
        String point = "U" + i;
        LocalDate start = MARCH.minusYears(1);
        writer.add(new Customer("P" + i, of, "زبون", "Client", Language.FR));
        writer.add(new CustomerAccount("000000000" + i, "P" + i));
        writer.add(new Premise("L" + i, i + ", rue Atlas", area));
        writer.add(new UsagePoint(point, "L" + i, "electricity"));
        writer.add(
                new ServiceAgreement(
                        "C0000" + i, "000000000" + i, point, "casablanca/electricity-household", 1, start, null),
                MARCH);
        writer.add(new Meter("M" + i, point, Register.simple(Unit.KILOWATT_HOUR), start, Decimal.ZERO, null));
        for (int month = 0; month <= 12; month++) {
            writer.add(point, new ActualReading(start.plusMonths(month), Decimal.of(month * 120L), "round"));
        }
    }

    private static void bill(Cycle cycle) {
        BillingRun.execute(
                DATABASE,
                new RunSettings(cycle, POLICY, BillChecks.NONE, SampleUtility::tariff, 10, TEST),
                new BillingListener() {});
    }

    @Test
    void allTogether() {
        // 12 bills stand: 4 x 3, the one that was taken back does not count and breaks no row.
        assertThat(words(LocalDate.EPOCH, ALWAYS, EnumSet.noneOf(By.class)))
                .containsExactly("   : 12 bills, 10 estimated, [4, 3, 2, 1, 0, 0], longest 4, 3rd and later 3;"
                        // A's May: 152 kWh 186.39 - 129.46. B's March: 62 kWh 69.36 - 129.46.
                        + " charged 1 of 56.93, credited 1 of 60.10, even 0;"
                        // A's March and April: 152 kWh and 148 kWh, 56.93 + 32.62, before 1 May.
                        + " cut 1 of 89.55");
    }

    @Test
    void byMonth() {
        assertThat(words(LocalDate.EPOCH, ALWAYS, EnumSet.of(By.MONTH)))
                .containsExactly(
                        "2020-04   : 3 bills, 3 estimated, [3, 0, 0, 0, 0, 0], longest 1, 3rd and later 0;"
                                + " charged 0 of 0.00, credited 0 of 0.00, even 0; cut 0 of 0.00",
                        "2020-05   : 3 bills, 2 estimated, [0, 2, 0, 0, 0, 0], longest 2, 3rd and later 0;"
                                + " charged 0 of 0.00, credited 1 of 60.10, even 0; cut 0 of 0.00",
                        "2020-06   : 3 bills, 3 estimated, [1, 0, 2, 0, 0, 0], longest 3, 3rd and later 2;"
                                + " charged 0 of 0.00, credited 0 of 0.00, even 0; cut 0 of 0.00",
                        "2020-07   : 3 bills, 2 estimated, [0, 1, 0, 1, 0, 0], longest 4, 3rd and later 1;"
                                + " charged 1 of 56.93, credited 0 of 0.00, even 0; cut 1 of 89.55");
    }

    @Test
    void byClassAndArea() {
        assertThat(words(LocalDate.EPOCH, ALWAYS, EnumSet.of(By.CLASS, By.AREA)))
                .containsExactly(
                        "  household Anfa: 4 bills, 4 estimated, [1, 1, 1, 1, 0, 0], longest 4, 3rd and later 2;"
                                + " charged 0 of 0.00, credited 0 of 0.00, even 0; cut 0 of 0.00",
                        "  household Maarif: 4 bills, 3 estimated, [1, 1, 1, 0, 0, 0], longest 3, 3rd and later 1;"
                                + " charged 1 of 56.93, credited 0 of 0.00, even 0; cut 1 of 89.55",
                        "  professional Anfa: 4 bills, 3 estimated, [2, 1, 0, 0, 0, 0], longest 2, 3rd and later 0;"
                                + " charged 0 of 0.00, credited 1 of 60.10, even 0; cut 0 of 0.00");
    }

    @Test
    void aRowIsCountedFromItsBeginningWhateverTheDaysAskedFor() {
        assertThat(words(LocalDate.of(2020, 7, 1), ALWAYS, EnumSet.of(By.SERVICE)))
                .singleElement()
                .asString()
                .startsWith(" electricity  : 3 bills, 2 estimated, [0, 1, 0, 1, 0, 0], longest 4");
        assertThat(words(ALWAYS, ALWAYS.plusDays(1), EnumSet.of(By.MONTH))).isEmpty();
    }

    private static List<String> words(LocalDate from, LocalDate to, Set<By> by) {
        return RegulatorFigures.of(DATABASE, from, to, by).stream()
                .map(RegulatorFiguresTest::words)
                .toList();
    }

    private static String words(Figures of) {
        return String.join(" ", of.month(), of.service(), of.customerClass(), of.area())
                + ": " + of.bills() + " bills, " + of.estimated() + " estimated, " + of.inARow() + ", longest "
                + of.longestChain() + ", 3rd and later " + of.thirdInARow() + "; charged " + of.charged() + " of "
                + of.chargedSum() + ", credited " + of.credited() + " of " + of.creditedSum() + ", even " + of.even()
                + "; cut " + of.cut() + " of " + of.writtenOff();
    }
}
