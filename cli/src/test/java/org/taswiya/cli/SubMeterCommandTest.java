package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.quantity.Money;

/// A building with one agreement, whose main meter E1 counts 300 kWh a month, and three flats behind it with meters of
/// 90, 120 and 60 kWh: the stairs take 30. Flat E13 is read in the middle of each month, a fourth one never
/// since its meter was put up.
@TestMethodOrder(OrderAnnotation.class)
final class SubMeterCommandTest {
    private static final String WHY = "--why=list of the syndic";

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static String bill = "";

    @BeforeAll
    static void aBuildingIsBilled() throws IOException {
        town = new CommandTown(folder);
        town.serve(1);
        town.plainMeters(1);
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", flats("%s;L1;ELEC")));
        town.take("meters", CommandTown.rows(CommandTown.METERS, flats("%1$s;M%1$s;01/01/2018;;6;0;1;ELEC;0")));
        town.read(1, 300, LocalDate.of(2020, 4, 1));
        List<String> readings = new ArrayList<>();
        for (int month = 0; month <= 3; month++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusMonths(month);
            readings.add("E11,%s,%d".formatted(day, 90 * month));
            readings.add("E12,%s,%d".formatted(day, 120 * month));
            readings.add("E13,%s,%d".formatted(day.plusDays(14), 60 * month));
        }
        town.take("readings", CommandTown.rows(CommandTown.READINGS, readings.toArray(String[]::new)), "--as-they-are");
        town.bill("2020-03-01");
        town.bill("2020-04-01");
        bill = town.bill("C00001", "2020-04-01").number();
    }

    private static String[] flats(String row) {
        return Stream.of("E11", "E12", "E13", "E14").map(row::formatted).toArray(String[]::new);
    }

    private static String share(String... more) {
        return town.good(Stream.concat(Stream.of("sub-meter", "share", bill), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String refused(String... words) {
        return town.home().expect(3, words).err();
    }

    @Test
    @Order(1)
    void withoutSubMetersThereIsNobodyToShareItOutTo() {
        assertThat(refused("sub-meter", "share", bill))
                .contains("no-sub-meters: no sub-meter stands behind E1 in 2020-03-01/2020-04-01");
        assertThat(refused("sub-meter", "share", "0000000099DV")).contains("unknown-bill");
        assertThat(town.refused("sub-meter", "share", "4711").err()).contains("'4711' is no number of a bill");
    }

    @Test
    @Order(2)
    void aMeterIsPutBehindAnotherOnce() {
        assertThat(add("E11", "--trial")).isEqualTo("E11 would stand behind E1 from 2020-01-01; nothing stored\n");
        assertThat(add("E11")).isEqualTo("E11 stands behind E1 from 2020-01-01\n");
        assertThat(add("E11")).isEqualTo("E11 stands behind E1 from 2020-01-01 already\n");
        add("E12", "--share", "3");
        add("E13", "--share", "2");
        assertThat(town.good("sub-meter", "list", "E1")).isEqualTo("""
                E11  share 1, from 2020-01-01
                E12  share 3, from 2020-01-01
                E13  share 2, from 2020-01-01
                """);
    }

    private static String add(String sub, String... more) {
        String[] words = {"sub-meter", "add", sub, "--behind", "E1", "--from", "2020-01-01", WHY};
        return town.good(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    @Order(3)
    void whatWouldCountTwiceIsRefused() {
        assertThat(refusedAdd("E11", "E12")).contains("E11 stands behind E1 from 2020-01-01 on; end that first");
        assertThat(refusedAdd("E1", "E11")).contains("E1 is the main meter of E11 from 2020-01-01 on; end that first");
        assertThat(refusedAdd("E14", "E11")).contains("E11 stands behind E1 from 2020-01-01 on; end that first");
        assertThat(refusedAdd("E1", "E9")).contains("there is no usage point E9");
        assertThat(refusedAdd("E11", "E11")).contains("E11 cannot stand behind itself");
        assertThat(town.refused("sub-meter", "end", "E11", "--on", "2019-01-01", WHY)
                        .err())
                .contains("E11 stands behind no main meter on 2018-12-31");
        assertThat(town.refused("sub-meter", "end", "E11", "--on", "2020-01-01", WHY)
                        .err())
                .contains("E11 stands behind E1 from 2020-01-01 on, and 2020-01-02 is the first day on which");
    }

    private static String refusedAdd(String sub, String main) {
        return town.refused("sub-meter", "add", sub, "--behind", main, "--from", "2020-02-01", WHY)
                .err();
    }

    /// E13 is read in the middle of months, so what it used in March is cut out of two of them.
    @Test
    @Order(4)
    void aBillIsSharedOutToTheCentime() throws IOException {
        assertThat(share("--lang", "en"))
                .contains("The main meter E1 counted 300")
                .contains("Together");
        String json = share("--json");
        assertThat(json)
                .contains("\"counted\":\"300\"")
                .contains("{\"usagePoint\":\"E11\",\"own\":\"90\"")
                .contains("{\"usagePoint\":\"E12\",\"own\":\"120\"");
        Money sum = Stream.of(json.split("\"amount\":\"", -1))
                .skip(1)
                .map(part -> Money.parse(part.substring(0, part.indexOf('"'))))
                .reduce(Money.ZERO, Money::plus);
        assertThat(sum).isEqualTo(town.bill("C00001", "2020-04-01").total());
    }

    @Test
    @Order(5)
    void itIsToldInArabicAndFrench() {
        assertThat(share("--lang", "ar")).contains("العداد الفرعي").contains("المجموع");
        assertThat(share("--lang", "fr")).contains("Sous-compteur").contains("quotes-parts");
    }

    @Test
    @Order(6)
    void whoLeavesBearsTheDaysBefore() {
        assertThat(town.good("sub-meter", "end", "E13", "--on", "2020-03-16", WHY))
                .isEqualTo("E13 is no sub-meter from 2020-03-16 on\n");
        assertThat(town.good("sub-meter", "end", "E13", "--on", "2020-03-16", WHY))
                .isEqualTo("E13 is no sub-meter from 2020-03-16 on already\n");
        assertThat(share("--json")).contains("E13");
        town.good("sub-meter", "end", "E13", "--on", "2020-03-01", WHY);
        assertThat(share("--json")).doesNotContain("E13");
        assertThat(town.good("sub-meter", "list", "E1")).contains("E13  share 2, from 2020-01-01 to 2020-03-01");
    }

    @Test
    @Order(7)
    void aMeterThatIsNotReadIsNamed() throws IOException {
        add("E14");
        assertThat(refused("sub-meter", "share", bill))
                .contains(
                        "not-read: E14 is read from 2018-01-01 to 2018-01-01, and the days shared out are 2020-03-01/");
        town.take("readings", CommandTown.rows(CommandTown.READINGS, "E14,2020-04-01,27000"), "--as-they-are");
        assertThat(refused("sub-meter", "share", bill)).contains("subs-above-main: the sub-meters counted");
    }

    /// As a syndic lists them: two that are new, one that stands so, one that gets an end; the others come back.
    @Test
    @Order(8)
    void theyComeInAFile() throws IOException {
        String header = "POINT;COMPTEUR_GENERAL;TANTIEMES;DEBUT;FIN";
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E15;L1;ELEC", "E16;L1;ELEC", "W1;L1;EAU"));
        String file = CommandTown.rows(
                header,
                "E15;E1;120;01/02/2020;",
                "E16;E1;;01/02/2020;01/06/2020",
                "E11;E1;1;01/01/2020;",
                "E12;E1;3;01/01/2020;01/07/2020",
                "E11;E1;2;01/01/2020;",
                "E11;E1;1;01/05/2020;",
                "E15;E11;1;01/03/2020;",
                "E1;E15;1;01/03/2020;",
                "E17;E1;1;01/03/2020;",
                "E15;E18;1;01/03/2020;",
                "E15;E15;1;01/03/2020;",
                "E15;E1;-1;01/03/2020;",
                "E15;E1;1;01/03/2020;01/03/2020",
                "W1;E1;1;01/03/2020;");
        assertThat(town.bring("sub-meters", file).code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(rejected())
                .containsExactly(
                        "6;other-value: from: E11 stands behind E1 from 2020-01-01 on; end that first",
                        "7;overlap: usagePoint: E11 stands behind E1 from 2020-01-01 on; end that first",
                        "8;overlap: usagePoint: E15 stands behind E1 from 2020-02-01 on; end that first",
                        "9;overlap: usagePoint: E1 is the main meter of E11 from 2020-01-01 on; end that first",
                        "10;unknown-usage-point: usagePoint: there is no usage point E17",
                        "11;unknown-usage-point: behind: there is no usage point E18",
                        "12;bad-record: COMPTEUR_GENERAL: E15 cannot stand behind itself",
                        "13;bad-number: TANTIEMES: found '-1', expected a whole number from 0 to 1000000",
                        "14;bad-record: FIN: found 2020-03-01, expected 2020-03-02 or later",
                        "15;other-unit: usagePoint: W1 gives water, and E1 gives electricity");
        assertThat(town.good("sub-meter", "list", "E1"))
                .contains("E11  share 1, from 2020-01-01\n")
                .contains("E12  share 3, from 2020-01-01 to 2020-07-01\n")
                .contains("E15  share 120, from 2020-02-01\n")
                .contains("E16  share 1, from 2020-02-01 to 2020-06-01\n");
        town.take("usage-points", CommandTown.rows("POINT;LOCAL;FLUIDE", "E17;L1;ELEC"));
        assertThat(town.good("sub-meter", "list", "E1")).contains("E17  share 1, from 2020-03-01\n");
    }

    /// Line and reason of each row that came back.
    private static List<String> rejected() throws IOException {
        return Files.readAllLines(folder.resolve("sub-meters.csv.rejected.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", 6)[5].replace("\"", ""))
                .toList();
    }
}
