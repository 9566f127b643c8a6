package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receiving.ImportTotals;

/// Meters M1 and M2, of electricity, have counted 150 a month since 2018, and showed 4050 on 1 April 2020.
final class ExchangeScreenTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final String RESETS = "POINT;DATE;COMPTEUR;INDEX_AVANT;INDEX_APRES\n";

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void metersWithAPast() throws IOException {
        town = new Town(database, folder);
        town.build("", 1, 2);
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            for (int i = 1; i <= 2; i++) {
                writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
                writer.add(new CustomerAccount("000000000" + i, "P" + i));
                writer.add(
                        new ServiceAgreement(
                                "C000000" + i,
                                "000000000" + i,
                                "E" + i,
                                "casablanca/electricity-household",
                                1,
                                START,
                                null),
                        START);
            }
            writer.commit();
        }
        StringBuilder past = new StringBuilder(Town.READINGS);
        for (int i = 1; i <= 27; i++) {
            past.append("E1,%s,%d%nE2,%s,%d%n".formatted(START.plusMonths(i), i * 150, START.plusMonths(i), i * 150));
        }
        town.take("readings", past.toString());
    }

    private ImportTotals take(SourceMapping mapping, String text) throws IOException {
        Path limits = Path.of("..", "utilities", "casablanca", "validation.yaml");
        return ImportRun.execute(
                        database,
                        new ImportSettings(town.file(text), mapping, Town.ON, 10, Town.limits(limits), Town.WHY),
                        new ImportListener() {})
                .totals();
    }

    private ImportTotals exchange(String... rows) throws IOException {
        return take(Town.shipped("exchanges"), Town.EXCHANGES + String.join("\n", rows) + "\n");
    }

    /// Why rows came back: `doubtful removed negative`.
    private List<String> rejected() {
        return town.query("""
                select reason || ' ' || field || ' ' || found from rejected_row r
                where not exists (select from cured_row c where c.import = r.import and c.line = r.line)
                order by import, line""");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            as much as ever       | 4170  | -
            lower than before     | 3000  | negative: value 3000 at 2020-04-25 is lower than 4050
            far more than ever    | 9000  | high-use: 4950 used in 24 days
            two digits changed    | 1470  | misread: perhaps 4170
            far less than ever    | 4055  | low-use: 5 used in 24 days
            """)
    void whatTheOldMeterShowedIsJudgedAsAReading(String what, int removed, @Nullable String found) throws IOException {
        ImportTotals totals = exchange("E1;25/04/2020;M1;" + removed + ";N1;0");
        assertThat(totals.rejected()).as(what).isEqualTo(found == null ? 0 : 1);
        if (found != null) {
            assertThat(rejected())
                    .singleElement()
                    .asString()
                    .startsWith("doubtful removed ")
                    .contains(found);
            assertThat(town.query("select serial from meter where usage_point = 'E1'"))
                    .containsExactly("M1");
        }
    }

    /// A person has looked at it: the old one stood still, and was exchanged for that.
    @Test
    void whatAPersonVouchesForIsNotDoubted() throws IOException {
        String row = Town.EXCHANGES + "E1;25/04/2020;M1;4055;N1;0\n";
        assertThat(take(Town.shipped("exchanges"), row).rejected()).isEqualTo(1);
        assertThat(take(Town.shipped("exchange-corrections"), row).added()).isEqualTo(1);
    }

    /// What was written down wrong is put right by a file, like by `exchange correct`, and again by the next one.
    @Test
    void whatWasWrittenDownWrongIsPutRight() throws IOException {
        exchange("E1;25/04/2020;M1;4170;N1;0");
        assertThat(exchange("E1;25/04/2020;M1;4160;N1;0").rejected()).isEqualTo(1);
        assertThat(rejected()).singleElement().asString().startsWith("other-value at removed: found 4160");
        assertThat(correct("E1;25/04/2020;M1;4160;N1;5").superseding()).isEqualTo(1);
        assertThat(correct("E1;25/04/2020;M1;4160;N1;5\n").unchanged()).isEqualTo(1);
        assertThat(correct("E1;25/04/2020;M1;4170;N1;0").superseding()).isEqualTo(1);
        assertThat(town.query("select removed || ' ' || installed from meter_exchange order by revision"))
                .containsExactly("4170 0", "4160 5", "4170 0");
        assertThat(exchange("E1;25/04/2020;M1;4160;N1;5").unchanged())
                .as("a plain file that comes late says nothing new")
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another new meter   | M1;4160;O1;0     | meter-not-in-place serial found O1
            another old meter   | M7;4160;N1;0     | meter-not-in-place removedSerial found M7
            more than it shows  | M1;4160000;N1;0  | digit-overflow removed
            finer than it shows | M1;4160;N1;0,5   | too-fine installed
            """)
    void aCorrectionThatCannotBeComesBack(String what, String values, String found) throws IOException {
        exchange("E1;25/04/2020;M1;4170;N1;0");
        assertThat(correct("E1;25/04/2020;" + values).rejected()).as(what).isEqualTo(1);
        assertThat(rejected()).singleElement().asString().startsWith(found);
        assertThat(town.query("select removed::text from meter_exchange")).containsExactly("4170");
    }

    private ImportTotals correct(String row) throws IOException {
        return take(Town.shipped("exchange-corrections"), Town.EXCHANGES + row + "\n");
    }

    @Test
    void aResetIsPutRightToo() throws IOException {
        take(Town.shipped("resets"), RESETS + "E1;25/04/2020;;4170;0\n");
        assertThat(take(Town.shipped("reset-corrections"), RESETS + "E1;25/04/2020;M1;4160;0\n")
                        .superseding())
                .isEqualTo(1);
        assertThat(town.query("select removed::text from meter_exchange order by revision desc limit 1"))
                .containsExactly("4160");
    }

    /// The new one began with 100 and was read at 130; 1000 was written down.
    @Test
    void whatTheNewMeterShowedIsJudgedByWhatWasReadOnItSince() throws IOException {
        take(Town.shipped("corrections"), Town.READINGS + "E1,2020-05-01,130\n");
        assertThat(exchange("E1;25/04/2020;M1;4170;N1;1000").rejected()).isEqualTo(1);
        assertThat(rejected()).singleElement().asString().startsWith("doubtful installed negative: ");
        assertThat(exchange("E1;25/04/2020;M1;4170;N1;100").added()).isEqualTo(1);
    }

    /// Each beside what the one before left.
    @Test
    void severalExchangesOfOneFileAreJudgedOneAfterTheOther() throws IOException {
        assertThat(exchange("E1;10/04/2020;M1;4095;N1;100", "E1;25/04/2020;N1;50;O1;0")
                        .rejected())
                .isEqualTo(1);
        assertThat(rejected()).singleElement().asString().contains("negative");
        assertThat(exchange("E1;25/04/2020;N1;175;O1;0").added()).isEqualTo(1);
    }

    @Test
    void aResetIsJudgedToo() throws IOException {
        assertThat(take(Town.shipped("resets"), RESETS + "E1;25/04/2020;;3000;0\n")
                        .rejected())
                .isEqualTo(1);
        assertThat(rejected()).singleElement().asString().startsWith("doubtful lastValue negative");
    }

    @Test
    void aMeterIsNotInstalledAtTwoPlaces() throws IOException {
        ImportTotals totals = exchange("E1;25/04/2020;M1;4170;N1;0", "E2;25/04/2020;M2;4170;N1;0");
        assertThat(List.of(totals.added(), totals.rejected())).containsExactly(1L, 1L);
        assertThat(rejected()).containsExactly("serial-twice serial found N1, which hangs at E1 since 2020-04-25");
        assertThat(exchange("E2;25/04/2020;M2;4171;M1;4170").added())
                .as("M1 has been taken away that day")
                .isEqualTo(1);
    }

    /// Another manufacturer numbers as this one does: whoever knows says so by a meter row.
    @Test
    void aMeterThatIsThereAlreadyMayBearANumberTwice() throws IOException {
        exchange("E1;25/04/2020;M1;4170;N1;0");
        take(
                Town.shipped("meters"),
                Town.METERS + "E2;M2;01/01/2018;25/04/2020;5;0;1;ELEC;0\n" + "E2;N1;25/04/2020;;5;0;1;ELEC;0\n");
        assertThat(exchange("E2;25/04/2020;M2;4170;N1;0").added()).isEqualTo(1);
    }
}
