package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.policy.ReadingChecksParser;
import org.taswiya.intake.policy.ValidationReading;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.SuspectFinding;
import org.taswiya.store.validation.Suspects;

/// Device S1 of Casablanca has four registers: T counts all, D the day and N the night, which has three digits; on 1
/// April 2020 they show 900, 500 and 960 after 100, 60 and 40 a month. X counts what a roof feeds in, no part of T.
final class DeviceRegistersTest {
    private static final String METERS =
            "POINT;COMPTEUR;CADRAN;CUMUL;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE";
    private static final String READINGS = "COMPTEUR;CADRAN;DATE;INDEX";

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void aDeviceWithAPast() throws IOException {
        town = new Town(database, folder);
        town.take("premises", rows("LOCAL;ADRESSE;QUARTIER", "L1;1, rue Atlas;Anfa", "L2;2, rue Atlas;Anfa"));
        town.take(
                "usage-points",
                rows("POINT;LOCAL;FLUIDE", "T1;L1;ELEC", "D1;L1;ELEC", "N1;L1;ELEC", "X1;L1;ELEC", "T2;L2;ELEC"));
        town.take(
                "device-meters",
                rows(
                        METERS,
                        "T1;S1;T;;01/01/2018;;5;0;1;ELEC;0",
                        "D1;S1;D;T;01/01/2018;;5;0;1;ELEC;0",
                        "N1;S1;N;T;01/01/2018;;3;0;1;ELEC;0",
                        "X1;S1;X;;01/01/2018;;5;0;1;ELEC;0",
                        "T2;S2;;;01/01/2018;;5;0;1;ELEC;0"));
        agreements("T1", "D1", "N1", "X1");
        List<String> past = new ArrayList<>();
        for (int i = 0; i <= 6; i++) {
            String day = "01/%02d/%d".formatted((i + 9) % 12 + 1, i < 3 ? 2019 : 2020);
            past.addAll(List.of(
                    "S1;T;%s;%d".formatted(day, 300 + 100 * i),
                    "S1;D;%s;%d".formatted(day, 140 + 60 * i),
                    "S1;N;%s;%d".formatted(day, 720 + 40 * i),
                    "S1;X;%s;%d".formatted(day, 10 * i)));
        }
        assertThat(town.take("device-readings", rows(READINGS, past.toArray(String[]::new)))
                        .totals()
                        .added())
                .isEqualTo(28);
    }

    private static String rows(String header, String... rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private void agreements(String... points) {
        LocalDate from = LocalDate.of(2018, 1, 1);
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            writer.add(new Customer("P1", CustomerClass.HOUSEHOLD, "زبون", "Client", Language.AR));
            writer.add(new CustomerAccount("0000000001", "P1"));
            for (int i = 0; i < points.length; i++) {
                String tariff = "casablanca/electricity-household";
                writer.add(new ServiceAgreement("C0000" + i, "0000000001", points[i], tariff, 1, from, null), from);
            }
            writer.commit();
        }
    }

    private static ReadingChecks checks() throws IOException {
        return switch (ReadingChecksParser.parse(Path.of("..", "utilities", "casablanca", "validation.yaml"))) {
            case ValidationReading.Read(var checks) -> checks;
            case ValidationReading.Faulty(var findings) -> throw new IllegalArgumentException(findings.toString());
        };
    }

    /// Brings readings of a day, of which each names a register and its value.
    private void read(String day, String... registers) throws IOException {
        judge(Arrays.stream(registers)
                .map(of -> of.split("="))
                .map(of -> "S1;%s;%s;%s".formatted(of[0], day, of[1]))
                .toArray(String[]::new));
    }

    private ImportTotals judge(String... rows) throws IOException {
        return ImportRun.execute(
                        database,
                        new ImportSettings(
                                town.file(rows(READINGS, rows)),
                                Town.shipped("device-readings"),
                                Town.ON,
                                1_000,
                                checks(),
                                Town.WHY),
                        new ImportListener() {})
                .totals();
    }

    /// What is doubtful, and why: `T1 sum`.
    private List<String> doubted() {
        return Suspects.list(database, SuspectFilter.OPEN).stream()
                .map(suspect -> suspect.usagePoint() + " " + reasons(suspect))
                .sorted()
                .toList();
    }

    private static String reasons(OpenSuspect suspect) {
        return suspect.findings().stream().map(SuspectFinding::reason).collect(Collectors.joining("+"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            allReadTogether          | T=1000 D=560 N=0 X=70   | -
            inWhateverOrder          | N=0 X=70 D=560 T=1000   | -
            theNightIsMissing        | T=1000 D=560 X=70 | D1 missing-sibling,T1 missing-sibling,X1 missing-sibling
            theRoofIsMissing | T=1000 D=560 N=0 | D1 missing-sibling,N1 rollover+missing-sibling,T1 missing-sibling
            bandsAreMoreThanTheTotal | T=1000 D=570 N=0 X=70   | T1 sum
            twoOfAHundredPass        | T=1000 D=562 N=0 X=70   | -
            fedInIsNoPart            | T=1000 D=560 N=0 X=90   | -
            """)
    void registersAreJudgedTogether(String trap, String read, @Nullable String doubted) throws IOException {
        // The night has three digits: 960 on 1 April, and 40 more are 000.
        read("01/05/2020", read.split(" "));
        assertThat(doubted()).as(trap).isEqualTo(doubted == null ? List.of() : List.of(doubted.split(",")));
    }

    /// T4 counts all of a device whose bands have the agreements, B4 stands behind D4; where Z4 hangs nobody is served.
    @Test
    void somebodyIsServedByAnotherRegisterOfTheDeviceAndBehindAMainMeter() throws IOException {
        town.take("usage-points", rows("POINT;LOCAL;FLUIDE", "T4;L2;ELEC", "D4;L2;ELEC", "B4;L2;ELEC", "Z4;L2;ELEC"));
        town.take(
                "device-meters",
                rows(
                        METERS,
                        "T4;S4;T;;01/01/2018;;5;0;1;ELEC;0",
                        "D4;S4;D;T;01/01/2018;;5;0;1;ELEC;0",
                        "B4;S5;B;;01/01/2018;;5;0;1;ELEC;0",
                        "Z4;S6;Z;;01/01/2018;;5;0;1;ELEC;0"));
        try (PopulationWriter writer = PopulationWriter.open(database, Town.WHY)) {
            LocalDate from = LocalDate.of(2018, 1, 1);
            String tariff = "casablanca/electricity-household";
            writer.add(new ServiceAgreement("C00014", "0000000001", "D4", tariff, 1, from, null), from);
            writer.commit();
        }
        town.take("sub-meters", rows("POINT;COMPTEUR_GENERAL;TANTIEMES;DEBUT;FIN", "B4;D4;1;01/01/2018;01/06/2020"));
        judge("S4;T;01/03/2020;50", "S4;D;01/03/2020;50", "S5;B;01/03/2020;25", "S6;Z;01/03/2020;25");
        judge("S4;T;01/04/2020;100", "S4;D;01/04/2020;100", "S5;B;01/04/2020;50", "S6;Z;01/04/2020;50");
        assertThat(doubted()).containsExactly("Z4 inactive-use");
        judge("S5;B;01/06/2020;100", "S4;T;01/06/2020;200", "S4;D;01/06/2020;200");
        judge("S5;B;01/07/2020;125");
        assertThat(doubted()).as("B4 is a sub-meter no more").containsExactly("B4 inactive-use", "Z4 inactive-use");
    }

    @Test
    void aRegisterIsNamedBySerialAndName() throws IOException {
        assertThat(town.counting("N1")).endsWith("N1 2020-04-01 actual 960");
        String rejected = town.query("select count(*)::text from rejected_row").getFirst();
        assertThat(rejected).isEqualTo("0");
        town.take("device-readings", rows(READINGS, "S1;;01/05/2020;1000", "S1;Z;01/05/2020;1000", "S2;;01/05/2020;7"));
        assertThat(town.query("select reason || ' ' || field || ' ' || found from rejected_row order by line"))
                .containsExactly(
                        "serial-twice serial meter S1 hangs at D1 and N1 and T1 and X1",
                        "unknown-meter register found Z, the registers there are: D, N, T, X");
        assertThat(town.counting("T2")).containsExactly("T2 2020-05-01 actual 7");
    }

    @Test
    void registersThatWaitForAnotherCountWhenItHasBeenRead() throws IOException {
        read("01/05/2020", "T=1000", "D=560", "X=70");
        assertThat(doubted()).hasSize(3);
        read("01/05/2020", "N=0");
        assertThat(doubted()).as("all were read that day").isEmpty();
        assertThat(town.counting("T1")).endsWith("T1 2020-05-01 actual 1000");
    }

    /// In files of their own as in one: 570 and 40 are not 100.
    @Test
    void whatDoesNotAddUpIsFoundInWhateverFilesItComes() throws IOException {
        read("01/05/2020", "N=0");
        read("01/05/2020", "T=1000", "X=70");
        read("01/05/2020", "D=570");
        assertThat(doubted()).containsExactly("T1 sum");
    }

    /// The new device counts the night by tens.
    @Test
    void anExchangedDeviceIsMeasuredRegisterByRegister() throws IOException {
        town.take(
                "device-meters",
                rows(METERS, "N1;S1;N;T;01/01/2018;16/04/2020;3;0;1;ELEC;0", "N1;S3;N;T;16/04/2020;;5;1;10;ELEC;0"));
        town.take(
                "exchanges",
                rows(
                        "POINT;DATE;ANCIEN;INDEX_DEPOSE;NOUVEAU;INDEX_POSE",
                        "T1;16/04/2020;S1;950;S3;0",
                        "D1;16/04/2020;S1;530;S3;10",
                        "N1;16/04/2020;S1;980;S3;0",
                        "X1;16/04/2020;S1;65;S3;0"));
        ImportTotals totals =
                judge("S3;T;01/05/2020;50", "S3;D;01/05/2020;40", "S3;N;01/05/2020;2", "S3;X;01/05/2020;5");
        // T: 50 + 50; D: 30 + 30; N: 20 + 2 x 10
        assertThat(doubted()).isEmpty();
        assertThat(totals.added()).isEqualTo(4);
        assertThat(town.query("select usage_point || ' ' || register_name || ' ' || coalesce(part_of, '-')"
                        + " from meter where serial = 'S3' order by 1"))
                .containsExactly("D1 D T", "N1 N T", "T1 T -", "X1 X -");
    }

    @Test
    void aPartNamesWhatItIsAPartOf() throws IOException {
        town.take(
                "device-meters",
                rows(
                        METERS,
                        "T2;S9;;T;01/01/2010;01/01/2011;5;0;1;ELEC;0",
                        "T2;S9;T;T;01/01/2010;01/01/2011;5;0;1;ELEC;0"));
        assertThat(town.query("select reason || ' ' || field from rejected_row order by line"))
                .containsExactly("bad-record CUMUL", "bad-record CUMUL");
    }
}
