package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;

/// A meter that has counted 150 kWh a month for two years, and a file with what it shows next.
final class ReadingScreenTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int MONTHS = 28;
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
                    START);
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int i = 1; i < MONTHS; i++) {
            past.append("E1,%s,%d%n".formatted(START.plusMonths(i), i * 150));
        }
        assertThat(town.take("readings", past.toString()).totals().added()).isEqualTo(MONTHS - 1);
    }

    private static ReadingChecks checks() throws IOException {
        return Town.limits(Path.of("..", "utilities", "casablanca", "validation.yaml"));
    }

    /// New, unchanged, doubtful and rejected rows.
    private List<Long> take(String mapping, String... rows) throws IOException {
        Path file = town.file(Town.READINGS + String.join("\n", rows) + "\n");
        ImportTotals totals = ImportRun.execute(
                        database,
                        new ImportSettings(file, Town.shipped(mapping), Town.ON, 2, checks(), Town.WHY),
                        new ImportListener() {})
                .totals();
        return List.of(totals.added(), totals.unchanged(), totals.doubtful(), totals.rejected());
    }

    private List<OpenSuspect> open() {
        return Suspects.list(database, SuspectFilter.at("E1"));
    }

    @Test
    void anOrdinaryReadingCounts() throws IOException {
        assertThat(take("readings", "E1,2020-05-01," + (LAST + 160))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsDoubtfulWaitsAndMeasuresNothing() throws IOException {
        assertThat(take("readings", "E1,2020-05-01," + (LAST + 1_600))).containsExactly(0L, 0L, 1L, 0L);
        assertThat(town.counting("E1")).hasSize(MONTHS - 1);
        assertThat(open()).singleElement().satisfies(suspect -> {
            assertThat(suspect.reading().at()).isEqualTo("2020-05-01");
            assertThat(suspect.agreement()).isEqualTo("C0000001");
            assertThat(suspect.quantity().signum()).isPositive();
        });
    }

    /// Lower than before, and neither round the dial nor exchanged.
    @Test
    void whatIsLowerThanBeforeWaits() throws IOException {
        assertThat(take("readings", "E1,2020-05-01," + (LAST - 700))).containsExactly(0L, 0L, 1L, 0L);
    }

    /// Of one file too, whatever batch each is in.
    @Test
    void laterReadingsAreJudgedByThoseThatCount() throws IOException {
        assertThat(take(
                        "readings",
                        "E1,2020-05-01," + (LAST + 150),
                        "E1,2020-05-02," + (LAST + 5_000),
                        "E1,2020-06-01," + (LAST + 300)))
                .containsExactly(2L, 0L, 1L, 0L);
    }

    /// 700 of two months are not much of two; that nearly all of it is of the second is seen when the first comes.
    @Test
    void whatComesLateHasTheNextOneJudgedAnew() throws IOException {
        assertThat(take("readings", "E1,2020-06-01," + (LAST + 850))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(take("readings", "E1,2020-05-01," + (LAST + 150))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(open()).singleElement().satisfies(suspect -> {
            assertThat(suspect.reading().at()).isEqualTo("2020-06-01");
            assertThat(suspect.findings())
                    .extracting(finding -> finding.reason())
                    .contains("high-use");
            assertThat(suspect.counting()).isNull();
        });
        assertThat(town.query("select at::text from reading_withheld"))
                .as("until somebody decides")
                .containsExactly("2020-06-01");
        assertThat(take("readings", "E1,2020-06-15," + (LAST + 900)))
                .as("judged by what is believed")
                .containsExactly(0L, 0L, 1L, 0L);
        SuspectDecisions.accept(database, "E1", LocalDate.of(2020, 6, 1), checks(), Town.WHY, false);
        assertThat(open())
                .as("50 in two weeks are explained by what was accepted")
                .extracting(suspect -> suspect.reading().at() + " " + suspect.decision())
                .containsExactlyInAnyOrder("2020-06-01 accepted", "2020-06-15 explained");
    }

    @Test
    void whatACorrectionSaysIsNotJudgedAnew() throws IOException {
        take("corrections", "E1,2020-06-01," + (LAST + 850));
        take("readings", "E1,2020-05-01," + (LAST + 150));
        assertThat(open()).isEmpty();
    }

    @Test
    void theSameValueAgainWaitsOnce() throws IOException {
        take("readings", "E1,2020-05-01," + (LAST + 1_600));
        assertThat(take("readings", "E1,2020-05-01," + (LAST + 1_600), "E1,2020-05-01," + (LAST + 1_600) + ".0"))
                .containsExactly(0L, 0L, 2L, 0L);
        assertThat(open()).hasSize(1);
    }

    /// A clerk is not sent after a value in whose place another one counts by now.
    @Test
    void aSuspectWhoseDayWasPutRightByAFileIsOvertaken() throws IOException {
        take("readings", "E1,2020-05-01," + (LAST + 1_600), "E1,2020-06-01," + (LAST + 9_000));
        assertThat(open()).extracting(OpenSuspect::counting).containsOnlyNulls();
        take("corrections", "E1,2020-05-01," + (LAST + 160));
        assertThat(open())
                .filteredOn(suspect -> suspect.counting() != null)
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.reading().at()).isEqualTo("2020-05-01");
                    assertThat(suspect.counting()).isEqualTo(Decimal.of(LAST + 160));
                });
    }

    @Test
    void whatAPersonAcceptedIsThere() throws IOException {
        take("readings", "E1,2020-05-01," + (LAST + 1_600));
        SuspectDecisions.accept(database, "E1", LocalDate.of(2020, 5, 1), checks(), Town.WHY, false);
        assertThat(take("readings", "E1,2020-05-01," + (LAST + 1_600), "E1,2020-06-01," + (LAST + 1_750)))
                .containsExactly(1L, 1L, 0L, 0L);
    }

    /// A person vouches for a correction.
    @Test
    void correctionsAreNotDoubted() throws IOException {
        assertThat(take("corrections", "E1,2020-05-01," + (LAST + 1_600))).containsExactly(1L, 0L, 0L, 0L);
        assertThat(open()).isEmpty();
    }
}
