package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.validation.ExchangeDecisions;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.SuspectFinding;
import org.taswiya.store.validation.Suspects;

/// Meter M1 has counted 150 kWh a month since 2018, and showed 4050 on 1 April 2020.
final class RevalidationTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate BILLED = LocalDate.of(2020, 4, 1);
    private static final int LAST = 27 * 150;

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void aMeterWithAPast() throws IOException {
        town = new Town(database, folder);
        town.build("", 1, 1);
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            writer.add(new Customer("P1", CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
            writer.add(new CustomerAccount("0000000001", "P1"));
            writer.add(
                    new ServiceAgreement(
                            "C0000001", "0000000001", "E1", "casablanca/electricity-household", 1, START, null),
                    BILLED);
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int i = 1; i <= 27; i++) {
            past.append("E1,%s,%d%n".formatted(START.plusMonths(i), i * 150));
        }
        town.take("readings", past.toString());
    }

    private static ReadingChecks checks() throws IOException {
        return Town.limits(Path.of("..", "utilities", "casablanca", "validation.yaml"));
    }

    private void take(String mapping, String text) throws IOException {
        ImportRun.execute(
                database,
                new ImportSettings(town.file(text), Town.shipped(mapping), Town.ON, 2, checks(), Town.WHY),
                new ImportListener() {});
    }

    private void read(String day, int value) throws IOException {
        take("readings", Town.READINGS + "E1," + day + "," + value + "\n");
    }

    private void exchange(String row) throws IOException {
        take("exchanges", Town.EXCHANGES + row + "\n");
    }

    private void bill(int month) {
        LocalDate to = LocalDate.of(2020, month, 1);
        BillingPolicy policy = new BillingPolicy(
                new AllocationPolicy.ByDays(), List.of(EstimationMethod.PREVIOUS_PERIOD), 6, null, null);
        RunSettings settings = new RunSettings(
                new Cycle(to, to),
                policy,
                BillChecks.NONE,
                TariffLibrary.of(Path.of("..", "utilities"))::tariff,
                3,
                Town.WHY);
        BillingRun.execute(database, settings, new BillingListener() {});
    }

    /// What waits: `2020-05-01 30 negative+unrecorded-exchange`.
    private List<String> waiting() {
        return Suspects.list(database, SuspectFilter.OPEN).stream()
                .map(suspect -> suspect.reading().at() + " " + suspect.reading().value() + " " + reasons(suspect))
                .sorted()
                .toList();
    }

    private static String reasons(OpenSuspect suspect) {
        return suspect.findings().stream().map(SuspectFinding::reason).collect(Collectors.joining("+"));
    }

    /// What bills and validation measure by since April.
    private List<String> counting() {
        return town.query("""
                select at || ' ' || trim_scale(value) || ' ' || revision from reading r
                where at > '2020-04-01' and not exists (
                    select from reading_withheld w
                    where w.usage_point = r.usage_point and w.at = r.at and w.revision >= r.revision)
                order by at, revision""");
    }

    /// What the first of them makes doubtful is a reading that the second was judged beside, when both came.
    @Test
    void readingsOfOneFileAreJudgedAnewBesideEachOther() throws IOException {
        read("2020-06-16", LAST + 650);
        read("2020-04-16", LAST + 75);
        read("2020-05-16", LAST + 475);
        assertThat(waiting()).isEmpty();
        take("readings", Town.READINGS + "E1,2020-05-01," + (LAST + 75) + "\nE1,2020-06-01," + (LAST + 575) + "\n");
        assertThat(waiting()).extracting(one -> one.substring(0, 10)).containsExactly("2020-05-16", "2020-06-01");
    }

    @Test
    void whatAnExchangeExplainsCountsAndTheTrailSaysSo() throws IOException {
        read("2020-05-01", 30);
        assertThat(waiting()).containsExactly("2020-05-01 30 negative+unrecorded-exchange");
        exchange("E1;25/04/2020;M1;" + (LAST + 120) + ";N1;0");
        assertThat(waiting()).isEmpty();
        assertThat(counting()).containsExactly("2020-05-01 30 1");
        OpenSuspect suspect = Suspects.list(database, SuspectFilter.at("E1")).getFirst();
        assertThat(suspect.decision()).hasToString("explained");
        assertThat(suspect.decidedBy()).satisfies(by -> {
            assertThat(by.author()).isEqualTo("program");
            assertThat(by.reason()).isEqualTo("judged anew beside an exchange that came since");
            assertThat(by.at()).isEqualTo(Town.WHY.at());
        });
        assertThat(town.query("select author || ' ' || count(*) from change where author = 'program' group by author"))
                .containsExactly("program 1");
    }

    /// 120 before and 900 after it are explained by nothing.
    @Test
    void whatIsFoundAllTheSameWaitsWithThat() throws IOException {
        read("2020-05-01", 900);
        assertThat(waiting()).singleElement().asString().contains("negative");
        exchange("E1;25/04/2020;M1;" + (LAST + 120) + ";N1;0");
        assertThat(waiting()).containsExactly("2020-05-01 900 high-use");
        assertThat(counting()).isEmpty();
    }

    @Test
    void theSameExchangeAgainDecidesNothingMore() throws IOException {
        read("2020-05-01", 900);
        exchange("E1;25/04/2020;M1;" + (LAST + 120) + ";N1;0");
        String changes = "select id || ' ' || reason from change where author = 'program'";
        List<String> before = town.query(changes);
        exchange("E1;25/04/2020;M1;" + (LAST + 120) + ";N1;0 ");
        read("2020-05-01", 900);
        assertThat(town.query(changes)).isEqualTo(before);
    }

    /// A new meter of three digits is known, and not when it came: 4200 of before seemed to be too much for it.
    @Test
    void whatNoDialSeemedToShowCountsWhenItIsKnownWhoseItIs() throws IOException {
        take("meters", Town.METERS + "E1;M1;01/01/2018;10/05/2020;5;0;1;ELEC;0\n" + "E1;N1;10/05/2020;;3;0;1;ELEC;0\n");
        read("2020-05-01", LAST + 150);
        assertThat(waiting()).containsExactly("2020-05-01 4200 dials");
        exchange("E1;10/05/2020;M1;" + (LAST + 190) + ";N1;0");
        assertThat(waiting()).isEmpty();
        assertThat(counting()).containsExactly("2020-05-01 4200 1");
    }

    /// The value of the exchange was written down wrong: 4000 for 4170.
    @Test
    void whatAnExchangeThatIsPutRightExplainsCounts() throws IOException {
        read("2020-05-01", 30);
        town.take("exchanges", Town.EXCHANGES + "E1;25/04/2020;M1;" + (LAST - 50) + ";N1;0\n");
        read("2020-06-01", 180);
        assertThat(waiting()).isNotEmpty();
        ExchangeDecisions.correct(
                database, "E1", LocalDate.of(2020, 4, 25), Decimal.of(LAST + 120), null, checks(), Town.WHY, false);
        assertThat(waiting()).isEmpty();
        assertThat(counting()).containsExactly("2020-05-01 30 1", "2020-06-01 180 1");
    }

    /// 700 of two months pass, 700 of the second alone do not: a bill that rests on them is not taken back for a doubt.
    @Test
    void whatABillRestsOnGoesOnCountingAndWaitsAllTheSame() throws IOException {
        read("2020-06-01", LAST + 850);
        bill(5);
        bill(6);
        read("2020-05-01", LAST + 150);
        assertThat(waiting()).containsExactly("2020-06-01 4900 misread+high-use");
        assertThat(counting()).containsExactly("2020-05-01 4200 1", "2020-06-01 4900 1");
    }

    /// Not billed, it counts for nobody until it is accepted; then what came behind it is explained by it.
    @Test
    void whatIsWithheldCountsAgainWhenAPersonAcceptsIt() throws IOException {
        read("2020-06-01", LAST + 850);
        read("2020-05-01", LAST + 150);
        read("2020-06-15", LAST + 900);
        assertThat(waiting()).containsExactly("2020-06-01 4900 misread+high-use", "2020-06-15 4950 misread+high-use");
        assertThat(counting()).containsExactly("2020-05-01 4200 1");
        SuspectDecisions.accept(database, "E1", LocalDate.of(2020, 6, 1), checks(), Town.WHY, false);
        assertThat(waiting()).isEmpty();
        assertThat(counting()).containsExactly("2020-05-01 4200 1", "2020-06-01 4900 2", "2020-06-15 4950 1");
    }

    /// A bill rests on it; that it shall be read again says that it is not believed.
    @Test
    void whatIsReadAgainCountsNoMoreAndIsSettled() throws IOException {
        read("2020-06-01", LAST + 850);
        bill(5);
        bill(6);
        read("2020-05-01", LAST + 150);
        boolean isReopened = SuspectDecisions.reread(database, "E1", LocalDate.of(2020, 6, 1), Town.WHY, false)
                .isReopened();
        assertThat(isReopened).isTrue();
        assertThat(counting()).containsExactly("2020-05-01 4200 1");
        read("2020-06-02", LAST + 305);
        assertThat(waiting()).isEmpty();
    }
}
