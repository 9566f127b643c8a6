package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;

/// What people have complained of in public about meters and readings, one household each, command by command from
/// files to bills. From March to July 2020 nearly all of them use 10 kWh a day, so in the end each has to pay what a
/// neighbour paid whose meter was read on the first of every month and to whom nothing happened.
///
/// 300 kWh cost 437.10 DH: 300 x 1.1193 = 335.79, levy 10 + 15 + 20, fixed 7.90, VAT 47.01 + 1.30 + 0.10. 310 kWh, the
/// last of block 4 (311 would cost 71 DH more), cost 451.86: 346.98, levy 47, fixed 7.90, VAT 48.58 + 1.40. Three
/// months of these and two of those: 2,229.78.
///
/// Complaints, and faults of other systems, that have their tests elsewhere:
///
/// - the remaining quantity compared with a block's absolute bound; a part of a block billed as a whole one; bounds and
///   charges of a part of a month: `BlockTableTest`
/// - lump after estimates pushed into a higher block: `SettlementTest.spreadOfSpring2020`, `proofOfSpring2020`
/// - a change of price inside the gap: `SettlementTest.changeOfPriceAndTaxInsideTheGap`
/// - a credit that is booked as the customer's: `AccountBillingTest.aCreditIsBookedAsTheCustomersAndNotAsAClaim`
/// - a cancelled estimate between estimates: `ReleaseTest.anEstimateThatIsCancelledBetweenEstimatesIsLeftTo...`
/// - the preview equals the bill: `BillingRunTest.aTrialSaysWhatTheRealRunComesToAndStoresNothing`
/// - a closed shop billed on its history: `BillGoldenTest`, case estimated-vacant
/// - nobody reads for a season by order: `SuspendedSpringTest`
/// - estimates on estimates: `PastUse` knows actual use alone, `ValidationTest.anAverageThatRestsOnEstimates...`
/// - too many estimates in a row, a limit on back-billing: `AccountBillingTest`, `BackBillingTest`
/// - a rollover that is none: `MeasurementTest.rolloverOfATenthOfTheDialAtMost`, `ValidationTest.found`
/// - two exchanges on one day: `MeasurementTest.twoExchangesOnOneDayInWhateverOrderTheyArrive`
/// - a day that is sent twice with two values, late or in any order: `ImportRunTest`, `ImportLaws`
/// - a reading that is not believed and read again: `RereadTest`
final class PublicComplaintsTest {
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final int HOUSEHOLDS = 27;

    /// Household, use a day until February in tenths of a kWh, digits, decimals, multiplier, what the dial shows on 1
    /// March, and what is read on the first of April to August.
    private static final String TOWN = """
            1  100 6 0 1  10000    10310 10610 10920 11220 11530
            2   50 6 0 1  20000    - - - - 21530
            3  200 6 0 1  30000    - - - 31220 31530
            4  100 6 0 1  40000    40310 205 515 815 1125
            5  100 6 0 1  50000    - - - 420 730
            6  100 6 0 1  60000    - - - 520 830
            7  100 6 0 1  70000    70310 70610 310 610 920
            8  100 6 0 1  80000    80310 3 313 613 923
            9  100 5 0 1  99900    210 510 820 1120 1430
            10 100 5 0 1  99900    2100 510 820 1120 1430
            11 100 5 0 1  99000    - - - 220 530
            12 100 6 0 1  10000    19310 10610 10920 11220 11530
            13 100 6 0 1  12000    12600 12610 12920 13220 13530
            14 100 6 0 1  13000    13310 13910 13920 14220 14530
            15 100 5 2 40 500      507.75 515.25 523 530.5 538.25
            16 100 5 2 40 500      507.75 205 515 815 1125
            17 100 4 0 1  9900     210 120200 120510 120810 121120
            18 100 5 3 1  9000.123 9310.123 9610.123 9920.123 10220.123 10530.123
            19 100 6 0 1  19000    19310 - 19920 20220 20530
            20 100 6 0 1  20000    20310 22220 20920 21220 21530
            21 200 6 0 1  21000    21620 20610 22840 23440 24060
            22 100 6 0 1  22000    22720 22610 22920 23220 23530
            23 200 6 0 1  22100    22310 23320 23940 24540 25160
            24 100 6 0 1  24000    - - - - 24000
            25 100 6 0 1  25000    25310 200 510 810 1120
            26 100 6 0 1  26000    - - - 420 730
            27 100 6 0 1  27000    27310 27700 28010 28310 28620
            """;

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void marchToJuly() throws IOException {
        town = new CommandTown(folder);
        town.serve(HOUSEHOLDS);
        aPast();
        town.bill("2020-03-01");
        april();
        may();
        town.take("readings", readings("2020-06-01", 8));
        town.bill("2020-06-01");
        july();
        town.take("readings", readings("2020-08-01", 10));
        town.bill("2020-08-01");
    }

    private static List<String[]> households() {
        return TOWN.lines().map(line -> line.strip().split("\\s+")).toList();
    }

    /// Two years in which every meter was read on the first of the month.
    private static void aPast() throws IOException {
        List<String> meters = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (String[] of : households()) {
            meters.add("E%s;M%s;01/01/2018;;%s;%s;%s;ELEC;0".formatted(of[0], of[0], of[2], of[3], of[4]));
            for (LocalDate day = LocalDate.of(2018, 2, 1); !day.isAfter(MARCH); day = day.plusMonths(1)) {
                readings.add("E%s,%s,%s".formatted(of[0], day, before(of, ChronoUnit.DAYS.between(day, MARCH))));
            }
        }
        town.take("meters", rows(CommandTown.METERS, meters));
        town.take("vacancies", CommandTown.rows("LOCAL;DEPUIS;JUSQU_A", "L24;01/03/2020;"));
        town.take("readings", rows(CommandTown.READINGS, readings), "--as-they-are");
    }

    /// What the dial showed so many days before March. All that is used in a day is whole steps of every dial here.
    private static BigDecimal before(String[] of, long days) {
        var used = new BigDecimal(of[1])
                .multiply(BigDecimal.valueOf(days))
                .divide(new BigDecimal(of[4]).multiply(BigDecimal.TEN));
        return new BigDecimal(of[5]).subtract(used);
    }

    private static String readings(String day, int column) {
        List<String> readings = new ArrayList<>();
        for (String[] of : households()) {
            if (!of[column].equals("-")) {
                readings.add("E%s,%s,%s".formatted(of[0], day, of[column]));
            }
        }
        return rows(CommandTown.READINGS, readings);
    }

    private static String rows(String header, List<String> rows) {
        return CommandTown.rows(header, rows.toArray(String[]::new));
    }

    private static void april() throws IOException {
        town.take("readings", readings("2020-04-01", 6));
        assertDoubted("E10", "E12");
        town.good("suspect", "correct", "E10", "2020-04-01", "--value", "210", "--why", "the point was set wrong");
        town.good("suspect", "correct", "E12", "2020-04-01", "--value", "10310", "--why", "photo");
        town.bill("2020-04-01");
        // Only afterwards it turns out what was read wrong, and whose meter was whose.
        town.take(
                "corrections",
                CommandTown.rows(
                        CommandTown.READINGS, "E13,2020-04-01,12310", "E22,2020-04-01,22310", "E23,2020-04-01,22720"));
    }

    private static void may() throws IOException {
        // Where another kind of meter comes, the meters say so before the exchange does.
        town.take(
                "meters",
                CommandTown.rows(
                        CommandTown.METERS,
                        "E16;M16;01/01/2018;11/04/2020;5;2;40;ELEC;0",
                        "E16;N16;11/04/2020;;6;0;1;ELEC;5",
                        "E17;M17;01/01/2018;11/04/2020;4;0;1;ELEC;0",
                        "E17;N17;11/04/2020;;6;0;1;ELEC;120000",
                        "E27;M27;01/01/2018;11/04/2020;6;0;1;ELEC;0",
                        "E27;N27;11/04/2020;;6;0;1;ELEC;27500"));
        town.take(
                "exchanges",
                CommandTown.rows(
                        CommandTown.EXCHANGES,
                        "E4;11/04/2020;M4;40410;N4;5",
                        "E16;11/04/2020;M16;510,25;N16;5",
                        "E17;11/04/2020;M17;310;N17;120000",
                        "E7;01/05/2020;M7;70610;N7;0",
                        "E8;01/05/2020;M8;80610;N8;3"));
        town.take("resets", CommandTown.rows(CommandTown.RESETS, "E25;11/04/2020;M25;25410;0"));
        town.take("readings", readings("2020-05-01", 7));
        assertDoubted("E20", "E21");
        town.good("suspect", "correct", "E20", "2020-05-01", "--value", "20610", "--why", "swapped with E21");
        town.good("suspect", "correct", "E21", "2020-05-01", "--value", "22220", "--why", "swapped with E20");
        CommandHome.Said said =
                town.bring("readings", CommandTown.rows(CommandTown.READINGS, "E19,2020-05-01,19610000"));
        assertThat(said.code()).isEqualTo(3);
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E19,2020-05-01,19610"));
        town.bill("2020-05-01");
        // 90 kWh that the new meter had already counted elsewhere are billed to nobody: the papers are asked for.
        assertThat(town.good("hold", "list")).contains("C00027", "unrecorded-exchange");
        town.take("exchanges", CommandTown.rows(CommandTown.EXCHANGES, "E27;11/04/2020;M27;27410;N27;27500"));
        // 300 kWh too many were billed to E14: a credit leaves at once, off the cycle.
        town.take("corrections", CommandTown.rows(CommandTown.READINGS, "E14,2020-05-01,13610"));
        town.good(
                "bill",
                "--to",
                "2020-05-01",
                "--on",
                "2020-05-10",
                "--accounts",
                "0000000014,0000000027",
                "--documents");
        assertThat(town.bill("C00014", "2020-05-10").total().signum()).isNegative();
    }

    private static void july() throws IOException {
        // The papers of exchanges come in when their meters are read at last.
        town.take(
                "exchanges",
                CommandTown.rows(
                        CommandTown.EXCHANGES,
                        "E5;20/05/2020;M5;50800;N5;0",
                        "E6;11/04/2020;M6;60410;N6;7",
                        "E6;20/05/2020;N6;397;O6;100"));
        town.take("resets", CommandTown.rows(CommandTown.RESETS, "E26;20/05/2020;;26800;"));
        town.take("readings", readings("2020-07-01", 9));
        town.bill("2020-07-01");
    }

    private static void assertDoubted(String... points) {
        Matcher point = Pattern.compile("\"point\":\"(E[0-9]+)\"").matcher(town.good("suspect", "list", "--json"));
        List<String> found = new ArrayList<>();
        while (point.find()) {
            found.add(point.group(1));
        }
        assertThat(found).containsExactlyInAnyOrder(points);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            plain                   | I am read every month, so I pay what I use                | 1  | 2229.78
            notReadForLong          | Nobody came for four months, and now all comes at once    | 2  | 2229.78
            overEstimated           | You billed more than my meter shows                       | 3  | 2229.78
            exchangedInMidPeriod    | My new meter began at 5 and I pay for its numbers         | 4  | 2229.78
            exchangedDuringEstimates| It was exchanged while you were guessing                  | 5  | 2229.78
            exchangedWithoutPapers  | Nobody wrote down my old meter, and the new one began high| 27 | 2229.78
            exchangedTwice          | The first new meter was broken too                        | 6  | 2229.78
            exchangedOnReadingDay   | The man who exchanged it wrote down the old one           | 7  | 2229.78
            readNewOneThatDay       | The man who exchanged it wrote down the new one           | 8  | 2229.78
            rolledOver              | It passed 99999 and I am said to use a hundred thousand   | 9  | 2229.78
            rolledOverAndMisread    | It passed 99999 and you read 2100 for 210                 | 10 | 2229.78
            rolledOverUnread        | It passed 99999 while nobody read it                      | 11 | 2229.78
            misread                 | You read a 9 for a 0                                      | 12 | 2229.78
            misreadAndBilled        | The wrong reading was billed, and only then put right     | 13 | 2229.78
            creditAndOn             | You owe me money: a credit, and the next bills as ever    | 14 | 2229.78
            transformer             | My meter counts a fortieth                                | 15 | 2229.78
            multiplierChanged       | The new meter counts whole, the old one a fortieth        | 16 | 2229.78
            digitsChanged           | Four digits before, six now, and the old one went round   | 17 | 2229.78
            decimals                | You take the red digits for kWh                           | 18 | 2229.78
            unitWrong               | Somebody sent watt-hours                                  | 19 | 2229.78
            swapped                 | That is what my neighbour used                           | 20 | 2229.78
            swappedNeighbour        | And that is mine                                          | 21 | 5846.45
            crossed                 | We paid the bills of each other                               | 22 | 2229.78
            crossedNeighbour        | So did I                                                  | 23 | 5846.45
            setBack                 | The fitter set it to nothing, and it is the same meter    | 25 | 2229.78
            setBackUnread           | They set it back while you were guessing                  | 26 | 2229.78
            vacant                  | Nobody lives there since March                            | 24 | 46.50
            """)
    void everybodyPaysWhatTheyUsed(String trap, String says, int household, String total) throws IOException {
        assertThat(town.billedAfter("C%05d".formatted(household), MARCH))
                .as("%s, who says: %s", trap, says)
                .isEqualTo(Money.parse(total));
    }

    @Test
    void nobodyIsLeftWithoutABillAndEveryBillCanBeMadeAgain() throws IOException {
        assertThat(town.good("hold", "list")).doesNotContain("C000");
        for (int household = 1; household <= HOUSEHOLDS; household++) {
            assertThat(town.bill("C%05d".formatted(household), "2020-08-01").text())
                    .contains("\"format\"");
        }
        town.verify();
        town.good("bill", "reprint", "--all", "--to", folder.resolve("again").toString());
        assertThat(town.good("ledger", "balance")).endsWith("0.00\n");
    }

    @Test
    void aBillOverAnotherMultiplierSaysHowTheOldMeterCounted() throws IOException {
        assertThat(town.bill("C00016", "2020-05-01").text())
                .contains("taswiya-bill/3", "\"removedRegister\"", "\"multiplier\": \"40\"");
        assertThat(town.bill("C00004", "2020-05-01").text())
                .contains("taswiya-bill/2")
                .doesNotContain("removedRegister");
    }
}
