package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.xml.sax.SAXException;
import picocli.CommandLine;

class TariffCompareCommandTest {
    private static final Path UTILITIES = Path.of("src/test/resources/lines/utilities");
    private static final String BOOK = "sampletown/power";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String command, String... words) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(
                Stream.concat(Stream.of("tariff", command, "--utilities", UTILITIES.toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    private int compare(String... words) {
        return run("compare", words);
    }

    private String renewed() throws IOException {
        String book = Files.readString(UTILITIES.resolve("sampletown/tariffs/power.yaml"))
                .replace("price: 1.10", "price: 1.20")
                .replace("upTo: 150, mode: progressive, price: 2.00", "upTo: 160, mode: progressive, price: 2.00")
                .replace("above: 150, ", "above: 160, ")
                .replace(
                        "examples:",
                        "      - component: solidarity\n        kind: fixed\n        tax: service\n"
                                + "        perMonth: 3.00\n        source: made up\nexamples:")
                .replace("150\n    expect: { total: 230.80 }", "100\n    expect: { total: 120.80 }");
        return Files.writeString(folder.resolve("new.yaml"), book).toString();
    }

    /// 100 kWh at 1.10 and the rental of 9.00, against 1.20 and 3.00 of a charge that comes; with 10 and 20 % of tax.
    @Test
    void whatChangesIsSaidAndTheSameUseIsPricedByBoth() throws IOException {
        assertThat(compare(BOOK, renewed(), "--usage", "100,150"))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("energy, block 1 +price +1\\.1 +1\\.2")
                .containsPattern("energy, block 2 +up to +150 +160")
                .containsPattern("solidarity +kind +- +fixed")
                .containsPattern("solidarity +price +- +3")
                .containsPattern("\n  100 +100 +131\\.80 +146\\.40 +\\+14\\.60 +\\+11\\.1")
                .containsPattern("\n  150 +150 +241\\.80 +256\\.40 +\\+14\\.60")
                .containsPattern("\n  150 +101\\.2000 +-\n")
                .containsPattern("\n  160 +- +90\\.2000\n");
    }

    @Test
    void eachDayOnWhichTheyPartIsTold() throws IOException {
        String book = renewed();
        assertThat(compare(BOOK, book)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("from 2020-06-16 on +old +new")
                .doesNotContain("what changes");
        assertThat(compare(BOOK, book, "--json")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("{\"day\":\"2020-06-16\",\"onlyOneHasPrices\":false,\"changes\":[{\"of\":");
        assertThat(compare(BOOK, book, "--on", "2020-06-16")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("what changes");
    }

    @Test
    void theTextsAreComparedLineByLine() throws IOException {
        String book = renewed();
        assertThat(compare(BOOK, book, "--text")).as(err.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("\n +[0-9]+ +- .*price: 1.10.*\n")
                .containsPattern("\n +[0-9]+ \\+ .*price: 1.20.*\n")
                .containsPattern("\n  \\.\\.\\. [0-9]+ lines that stayed\n");
        assertThat(compare(BOOK, book, "--text", "--json")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).containsPattern("\"text\":\\[\\{\"oldLine\":[0-9]+,\"text\":");
        assertThat(compare(BOOK, "--text")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("both texts are the same, line by line");
    }

    @Test
    void oneBookOnTwoDays() {
        assertThat(compare(BOOK, "--json")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("{\"old\":\"sampletown/power on 2020-06-15\",\"new\":\"sampletown/power on 2020-06-16\"")
                .contains("[{\"of\":\"energy, block 1\",\"field\":\"price\",\"old\":\"1\",\"new\":\"1.1\"}],")
                .contains("\"use\":\"101\"");
    }

    /// What the parts bring in sums to what the bills come to.
    @Test
    void aProfileIsPricedMonthByMonthAndSummedUp() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.csv"), "month,usage\n2020-01,100\n\n2020-02,250.5\n");
        assertThat(compare(BOOK, "--profile", profile.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("2020-01 +100 +120\\.80 +131\\.80 +\\+11\\.00")
                .containsPattern("2020-02 +250\\.5 +592\\.00 +592\\.00 +0\\.00")
                .containsPattern("together +712\\.80 +723\\.80")
                .containsPattern("energy, block 1 +100\\.00 +110\\.00 +\\+10\\.00")
                .containsPattern("energy, block 3 +501\\.00 +501\\.00")
                .containsPattern("tax TPPAN +30\\.10 +30\\.10")
                .containsPattern("tax VAT +63\\.70 +64\\.70");
    }

    @Test
    void bothCurvesStandInOnePicture() throws IOException, ParserConfigurationException, SAXException {
        Path picture = folder.resolve("both.svg");
        assertThat(compare(BOOK, renewed(), "--svg", picture.toString())).isEqualTo(ExitCode.GOOD);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(picture.toFile())
                        .getElementsByTagName("desc")
                        .item(0)
                        .getTextContent())
                .contains("sampletown/power on 2020-06-16: Above 0 the next kWh costs 1.2100.", "costs 1.3200.");
        assertThat(Files.readString(picture)).contains("the next kWh, old", "101.20", "90.20");
    }

    @Test
    void curvesOfTimeBandsAndDemandAreComparedWithWhatIsHeld() throws IOException {
        Path picture = folder.resolve("bands.svg");
        String dearer = Files.writeString(
                        folder.resolve("dearer.yaml"),
                        Files.readString(UTILITIES.resolve("sampletown/tariffs/time-of-use.yaml"))
                                .replace("upTo: 100, price: 2", "upTo: 120, price: 2")
                                .replace("above: 100, price: 4", "above: 120, price: 4")
                                .replace("net: 350.00", "net: 340.00"))
                .toString();
        assertThat(compare("sampletown/time-of-use", dearer, "--demand", "5", "--svg", picture.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("held: all usage in peak, none in the other time bands; demand stays 5\nno cliffs");
        assertThat(Files.readString(picture)).contains("the next kWh, peak, sampletown/time-of-use on 2020-01-01");
        assertThat(compare("sampletown/time-of-use", dearer)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("no curves: these prices hang on more than the usage");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no/such-book | is no price book",
                "sampletown/water | prices water by the m3 in MAD, and sampletown/power electricity by the kWh in MAD",
                "sampletown/power --on 1999-01-01 | has no prices on 1999-01-01",
                "sampletown/power --usage -1 | expected a number of zero or more",
                "sampletown/power --usage 5 --class household | expected one of them",
                "sampletown/power --households 0 | expected 1 or more",
                "sampletown/power --usage 5 --from 2020-02-01 --to 2020-01-01 | expected a day after",
                "sampletown/power --more-than much | --more-than",
                "sampletown/power --profile no.csv | is not there",
            })
    void whatMakesNoSenseIsSaid(String words, String said) {
        assertThat(compare(Stream.concat(Stream.of(BOOK), Stream.of(words.split(" ", -1)))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | p.csv:1, field 1: found no month",
                "'use,month' | p.csv:1, field 1",
                "'month,demand' | p.csv:1, field 1: found no column of usage",
                "'month,usage,usage' | p.csv:1, field 3: found 'usage'",
                "'month,usage;2020-13,5' | p.csv:2, field 1: found '2020-13'",
                "'month,usage;2020-12' | p.csv:2, field 1: found 1 fields, expected 2",
                "'month,usage;2020-12,-1' | p.csv:2, field 2: found '-1'",
                "'month,usage;2020-12,x' | p.csv:2, field 2: found 'x'",
            })
    void aProfileWithAFaultIsRefusedWithThePlace(String lines, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), lines.replace(';', '\n'));
        assertThat(compare(BOOK, "--profile", file.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains(said);
    }

    @Test
    void aBookIsTriedLineByLine() throws IOException {
        assertThat(run("try", renewed(), "--usage", "150", "--json"))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .startsWith("{\"use\":\"150\",\"from\":\"2020-06-16\",\"to\":\"2020-07-16\",")
                .contains("\"pricesOn\":\"2020-06-16\",\"usage\":\"150\",")
                .contains("\"component\":\"energy\",\"block\":2", "\"total\":\"256.40\"");
        assertThat(run("try", renewed(), "--usage", "150")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("energy, block 2 +50 +kWh +2 +0\\.1 +100\\.00")
                .containsPattern("total +256\\.40");
        assertThat(run("try", renewed())).isEqualTo(ExitCode.WRONG_USAGE);
    }

    /// 150 are used and 140 fed in: 10 are priced, at 1.00 and at 2.00, and 10 % of tax.
    @Test
    void whatWasUsedIsSaidAndWhatIsLeftOfItToBePriced() throws IOException {
        String dearer = Files.writeString(
                        folder.resolve("sun.yaml"),
                        Files.readString(UTILITIES.resolve("sampletown/tariffs/sun.yaml"))
                                .replace("progressive, price: 1 ", "progressive, price: 2 ")
                                .replace("net: 50.00", "net: 100.00"))
                .toString();
        String profile = Files.writeString(
                        folder.resolve("p.csv"), "month,usage,exported-energy,carried-in\n2020-03,150,140,0\n")
                .toString();
        assertThat(compare("sampletown/sun", dearer, "--profile", profile))
                .as(err.toString())
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("use +kWh +netted, old +netted, new +old MAD")
                .containsPattern("2020-03 +150 +10 +10 +11\\.00 +22\\.00 +\\+11\\.00");
        assertThat(compare("sampletown/sun", dearer, "--profile", profile, "--json"))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .contains("\"usage\":\"150\",\"netted\":{\"old\":\"10\",\"new\":\"10\"},\"old\":\"11.00\"");
        assertThat(run("try", dearer, "--profile", profile)).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("2020-03: 150 kWh, netted 10 kWh, 2020-03-01 to");
        assertThat(run("try", dearer, "--profile", profile, "--json")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("\"usage\":\"150\",\"netted\":\"10\"");
    }

    /// 25 x 2 + 25 x 4 + 150 x 1 + 10 x 5, and 10 % of tax.
    @Test
    void aProfileMayHaveTimeBandsAndDemand() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.csv"), "month,peak,off-peak,demand\n2020-03,50,150,10\n");
        assertThat(run("try", "sampletown/time-of-use", "--profile", profile.toString()))
                .isEqualTo(ExitCode.GOOD);
        assertThat(out.toString())
                .containsPattern("energy, peak, block 2 +25 +kWh +4")
                .containsPattern("total +385\\.00");
        assertThat(run("try", "sampletown/time-of-use", "--usage", "200")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("demand");
    }
}
