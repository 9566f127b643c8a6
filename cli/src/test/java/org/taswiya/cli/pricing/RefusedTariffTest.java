package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.cli.pricing.TrapTariffs.BOOK;
import static org.taswiya.cli.pricing.TrapTariffs.LADDER;
import static org.taswiya.cli.pricing.TrapTariffs.RECORD;
import static org.taswiya.cli.pricing.TrapTariffs.always;
import static org.taswiya.cli.pricing.TrapTariffs.book;
import static org.taswiya.cli.pricing.TrapTariffs.field;
import static org.taswiya.cli.pricing.TrapTariffs.prices;
import static org.taswiya.cli.pricing.TrapTariffs.record;
import static org.taswiya.cli.pricing.TrapTariffs.steps;
import static org.taswiya.cli.pricing.TrapTariffs.trap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.pricing.FourDoors.Said;
import org.taswiya.cli.pricing.TrapTariffs.Trap;

/// Whatever a tariff's file holds that is none, every command says what it found, where, and what to do; none takes
/// minutes for it.
@Timeout(120)
class RefusedTariffTest {
    private static final String UTF_8 = "a text file in UTF-8";
    private static final String START = "1:1";

    @TempDir
    private Path folder;

    static List<Trap> books() {
        return List.of(
                book(
                        "blocks out of order",
                        "above: 100",
                        "above: 90",
                        "29:22",
                        "90",
                        "100, where the block before ends"),
                book("a negative block", "upTo: 100", "upTo: -100", "28:31", "-100", "a number above zero"),
                book("a unit nobody knows", "unit: kWh", "unit: BTU", "5:7", "BTU", "one of HCF, kWh, m3"),
                book("a unit of demand", "unit: kW\n", "unit: W\n", "33:15", "W", "one of hp, kVA, kW"),
                book(
                        "a month missing",
                        "02, value: 104",
                        "04, value: 104",
                        "26:24",
                        "no value of fuel for 2017-02",
                        "one for each month"),
                book("an index missing", "by: fuel", "by: steam", "26:24", "the unknown index 'steam'", "one of fuel"),
                book(
                        "a period missing",
                        "2017-03, value: 101",
                        "2017-03",
                        "40:9",
                        "no field 'value'",
                        "'value', a number above zero"),
                book("ten thousand blocks", LADDER, steps(10_000), "128:13", "10000 items in 'blocks'", "at most 100"),
                book("a block too many", LADDER, steps(101), "128:13", "101 items in 'blocks'", "at most 100"),
                book("no number", "price: 2", "price: .nan", "29:53", ".nan", "a plain decimal"),
                book("infinity", "price: 2", "price: .inf", "29:53", ".inf", "a plain decimal"),
                book("a huge exponent", "price: 2", "price: 1e1000000000", "29:53", "1e1000000000", "a plain decimal"),
                book(
                        "many digits",
                        "price: 2",
                        "price: " + "7".repeat(900_000),
                        "29:53",
                        "777",
                        "a plain decimal zero or more, of at most 18"),
                book(
                        "a field twice",
                        "unit: kWh",
                        "unit: kWh\nunit: kWh",
                        "6:1",
                        "'unit' a second time",
                        "each field once"),
                book("a tab", "service: e", "service:\n\te", "4:1", "YAML that cannot be read", "well-formed YAML"),
                book("an alias", "clause: none", "clause: *c", "14:13", "the alias *c", "the value written out"),
                trap("an alias bomb", TrapTariffs.bomb(), "1:5", "the anchor &a0", "values written out"),
                trap("lists in lists", "a: " + "[".repeat(400_000), "1:16", "more than 12 levels", "fewer"),
                trap("a huge file", "#".repeat(3_000_000), START, "3000000 bytes", "at most 1000000"),
                trap("an empty file", "", START, "an empty file", "fields such as 'name: value'"),
                trap("blanks", " \n\n", START, "an empty file", "fields such as 'name: value'"),
                trap("words", "just words", START, "just words", "the fields of a price book"),
                trap("a picture", "\u0089PNG", StandardCharsets.ISO_8859_1, START, "bytes that are not UTF-8", UTF_8),
                trap("zeros", "\0".repeat(4_000), START, "bytes that are no text in UTF-8", "a text file"),
                trap("UTF-16", "\uFEFF" + BOOK, StandardCharsets.UTF_16LE, START, "bytes that are not UTF-8", UTF_8),
                trap(
                        "bare UTF-16",
                        "book: x",
                        StandardCharsets.UTF_16BE,
                        START,
                        "bytes that are no text",
                        "a text file"),
                trap("Latin", BOOK, StandardCharsets.ISO_8859_1, START, "bytes that are not UTF-8", UTF_8),
                trap(
                        "unknown fields",
                        TrapTariffs.numbered(90_000, "x", ":\n"),
                        START,
                        "the unknown field 'x0'",
                        "one of book"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("books")
    void aBook(Trap trap) throws IOException {
        Path file = Files.write(folder.resolve("trap.yaml"), trap.bytes());
        Said checked = FourDoors.CHECK.say(file);
        assertThat(checked.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(checked.text())
                .contains(file + ":" + trap.place() + ": found " + trap.found(), "expected " + trap.expected())
                .hasSizeLessThan(300_000);
        Said imported = FourDoors.IMPORT.say(file);
        assertThat(imported.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(imported.text()).contains(file + ": ", "found ", "0 priced, 1 refused");
        Said rated = FourDoors.RATE.say(file);
        assertThat(rated.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(rated.text())
                .contains(
                        "\"reason\":\"unknown-tariff\"", "line " + trap.place().replace(":", ", column "));
        Said tried = FourDoors.TRY.say(file);
        assertThat(tried.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(tried.text()).contains(file + ":" + trap.place() + ": found " + trap.found());
    }

    static List<Trap> records() {
        String of = "energyratestructure";
        String rate = of + "[0][0].rate";
        String many = "{'rate':1},".repeat(9_999);
        String digits = "7".repeat(900_000);
        String other = "[[{'max':5,'rate':1},{'max':4,'rate':1},{'rate':1}]]";
        return List.of(
                trap("a month alone", record("[[{'rate':1}]]", "[[0]]"), "energyweekdayschedule", "a list of 1", "12"),
                trap(
                        "no such period",
                        record("[[{'rate':1}]]", always("7")),
                        "energyweekdayschedule[0][0]",
                        "the number 7",
                        "0"),
                trap(
                        "an endless period",
                        record("[[{'rate':1}]]", always("1e999999999")),
                        "energyweekdayschedule[0][0]",
                        "the number 1e",
                        "0"),
                prices(
                        "a negative block",
                        "[[{'max':-5,'rate':1},{'rate':1}]]",
                        of + "[0][0].max",
                        "the number -5",
                        "above 0"),
                prices("blocks out of order", other, of + "[0][1].max", "the number 4", "above 5"),
                prices(
                        "a unit nobody knows",
                        "[[{'rate':1,'unit':'BTU'}]]",
                        of + "[0][0].unit",
                        "the unit 'BTU'",
                        "kWh"),
                prices(
                        "a unit that is no text",
                        "[[{'rate':1,'unit':7}]]",
                        of + "[0][0].unit",
                        "the number 7",
                        "a unit"),
                prices(
                        "a price twice",
                        "[[{'rate':1,'Rate':7}]]",
                        of + "[0][0].Rate",
                        "the field a second time",
                        "it once"),
                prices("ten thousand blocks", "[[" + many + "{'rate':1}]]", of + "[0]", "10000 blocks", "at most 100"),
                prices(
                        "ten thousand periods",
                        "[" + "[{'rate':1}],".repeat(9_999) + "[]]",
                        of,
                        "10000 periods",
                        "at most 366"),
                prices("no number", "[[{'rate':NaN}]]", "Column 49", "NaN", "one JSON record"),
                prices("infinity", "[[{'rate':Infinity}]]", "Column 54", "Infinity", "one JSON record"),
                prices("no number in words", "[[{'rate':'NaN'}]]", rate, "the text 'NaN'", "a number"),
                prices("a huge exponent", "[[{'rate':1e1000000000}]]", rate, "the number 1e1000000000", "a number"),
                prices("many digits", "[[{'rate':" + digits + "}]]", rate, "the number 777", "a number"),
                field(
                        "a currency in words",
                        "'currency':'crowns'",
                        "currency",
                        "the text 'crowns'",
                        "a currency such as USD"),
                field("a unit of time", "'fixedchargeunits':7", "fixedchargeunits", "the number 7", "$/day"),
                field(
                        "a field twice",
                        "'label':'y'",
                        "Column 22",
                        "the field 'label' is there twice",
                        "one JSON record"),
                trap("lists in lists", "[".repeat(400_000), "Column 65", "more than 64 objects", "one JSON record"),
                trap("a huge file", "[" + " ".repeat(70_000_000), "", "70000001 bytes", "at most 67108864"),
                trap("many records", "[" + "{},".repeat(200_000) + "{}]", "", "200001 records", "at most 1000"),
                trap("no record", "[]", "", "no record", "at least one"),
                trap(
                        "Latin",
                        RECORD.replace('x', 'é'),
                        StandardCharsets.ISO_8859_1,
                        "",
                        "Byte 11 (0xE9) is not UTF-8",
                        "one JSON record"),
                trap("half of it", RECORD.substring(0, 100), "Column 101", "Unexpected end", "one JSON record"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aRecord(Trap trap) throws IOException {
        Path file = Files.write(folder.resolve("trap.json"), trap.bytes());
        String fault = (trap.place().isEmpty() ? "" : trap.place() + ": ") + "found " + trap.found();
        Said imported = FourDoors.IMPORT.say(file);
        assertThat(imported.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(imported.text())
                .contains(file + ": " + fault, "expected " + trap.expected(), "0 priced, 1 refused")
                .hasSizeLessThan(3_000);
        Said rated = FourDoors.RATE.say(file);
        assertThat(rated.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(rated.text()).contains("\"reason\":\"unknown-tariff\"", fault, "expected " + trap.expected());
        Said checked = FourDoors.CHECK.say(file);
        assertThat(checked.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(checked.text()).contains(file + ":1:", ": found ", ", expected ");
        Said tried = FourDoors.TRY.say(file);
        assertThat(tried.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(tried.text()).contains(file + ":1:", ": found ", ", expected ");
    }

    /// A path that is no plain file is read by none of them: reading `/dev/zero` would never end.
    @ParameterizedTest
    @ValueSource(strings = {"", "none", "/dev/zero"})
    void whatIsNoFile(String name) throws IOException {
        Path path = folder.resolve(name);
        for (FourDoors door : FourDoors.values()) {
            Said said = door.say(path);
            assertThat(said.code()).as(door + ": " + said.text()).isNotEqualTo(ExitCode.GOOD);
            assertThat(said.text()).contains(path.toString());
        }
    }

    /// Ends of lines, tabs between words, and the mark that some editors put first.
    @ParameterizedTest
    @ValueSource(strings = {"as it is", "CRLF", "mark", "tabs"})
    void goodAreTheBookAndTheRecordThemselves(String how) throws IOException {
        Path book = Files.writeString(folder.resolve("good.yaml"), written(BOOK, how, "source: \"", "source: \t\""));
        Said checked = FourDoors.CHECK.say(book);
        assertThat(checked.code()).as(checked.text()).isEqualTo(ExitCode.GOOD);
        Path record = Files.writeString(folder.resolve("good.json"), written(RECORD, how, ",", "\t,\t"));
        assertThat(FourDoors.IMPORT.say(record).code()).isEqualTo(ExitCode.GOOD);
        assertThat(FourDoors.RATE.say(record).text()).contains("\"total\":\"10.00\"");
    }

    private static String written(String text, String how, String blank, String tab) {
        return switch (how) {
            case "CRLF" -> text.replace("\n", "\r\n").replace("[[", "\r\n[[");
            case "mark" -> "\uFEFF" + text;
            case "tabs" -> text.replace(blank, tab);
            default -> text;
        };
    }

    /// So much is no trap.
    @Test
    void aHundredBlocksAreGood() throws IOException {
        Path book = Files.writeString(folder.resolve("good.yaml"), BOOK.replace(LADDER, steps(100)));
        assertThat(FourDoors.CHECK.say(book).text()).contains("good");
        Path record = Files.writeString(
                folder.resolve("good.json"),
                record("[[" + TrapTariffs.numbered(99, "{'rate':1,'max':", ".5},") + "{'rate':1}]]", always("0")));
        assertThat(FourDoors.IMPORT.say(record).text()).contains("1 priced");
    }
}
