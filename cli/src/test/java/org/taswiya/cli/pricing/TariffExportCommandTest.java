package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.urdb.UrdbFile;
import org.taswiya.intake.urdb.UrdbRate;
import picocli.CommandLine;

/// A book as a record: what it charges is what the record charges, or it is refused with all that no record says.
class TariffExportCommandTest {
    private static final String CALENDAR = """
            zone: America/New_York
            source: made up
            seasons:
              - name: winter
                from: --10-01
                windows:
                  - { band: low, days: [every], from: "00:00", to: "24:00" }
              - name: summer
                from: --06-01
                windows:
                  - { band: low, days: [every], from: "00:00", to: "17:00" }
                  - { band: high, days: [weekdays], from: "17:00", to: "22:00" }
                  - { band: low, days: [weekend, holiday], from: "17:00", to: "22:00" }
                  - { band: low, days: [every], from: "22:00", to: "24:00" }
            """;
    private static final String BOOK = """
            book: valley/power
            title: { ar: كهرباء, fr: Électricité, en: Electricity }
            service: electricity
            currency: USD
            unit: kWh
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: none
                clause: no tax
                rates: [{ from: 2017-01-01, rate: 0, source: law }]
            versions:
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: energy
                    kind: bands
                    tax: none
                    bounds: day
                    calendar: hours.yaml
                    bands:
                      - band: high
                        blocks: [{ above: 0, upTo: 5, price: 0.25 }, { above: 5, price: 0.5 }]
                      - band: low
                        blocks: [{ above: 0, price: 0.125 }]
                  - component: fuel
                    kind: per-unit
                    tax: none
                    price: -0.015
                  - component: summer
                    kind: demand
                    tax: none
                    unit: kW
                    months: [6, 7, 8, 9]
                    blocks: [{ above: 0, upTo: 10, price: 3 }, { above: 10, price: 5 }]
                  - component: peak
                    kind: demand
                    tax: none
                    unit: kW
                    band: high
                    blocks: [{ above: 0, price: 2 }]
                  - component: meter
                    kind: fixed
                    tax: none
                    perDay: 0.33
                  - component: least
                    kind: minimum
                    tax: none
                    perMonth: 40
            examples:
              - name: January
                derived: 31 x 0.33 + 100 x 0.11 is 21.23, topped up
                period: { from: 2017-01-01, to: 2017-02-01 }
                usage: { low: 100 }
                demand: { high: 0 }
                expect: { net: 40.00 }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void calendar() throws IOException {
        Files.writeString(folder.resolve("hours.yaml"), CALENDAR);
    }

    private int export(String... words) {
        CommandLine commandLine =
                Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(
                Stream.concat(Stream.of("tariff", "export", "--utilities", "../utilities", "--urdb"), Stream.of(words))
                        .toArray(String[]::new));
    }

    private String book(String text) throws IOException {
        return Files.writeString(folder.resolve("book.yaml"), text).toString();
    }

    @Test
    void aBookAndItsRecordChargeTheSame() throws IOException {
        Path record = folder.resolve("record.json");
        assertThat(export(book(BOOK), "--to", record.toString())).isEqualTo(ExitCode.GOOD);
        Tariff book = ((TariffBook) TariffBookParser.parse(folder.resolve("book.yaml"))).tariff();
        UrdbRate rate = (UrdbRate) UrdbFile.read(record).getFirst();
        assertThat(rate.from()).isEqualTo(LocalDate.of(2017, 1, 1));
        assertThat(rate.notes()).isEmpty();
        for (int month = 1; month <= 12; month++) {
            DateRange days = DateRange.of(
                    LocalDate.of(2024, month, 1), LocalDate.of(2024, month, 1).plusMonths(1));
            for (int usage : List.of(0, 10, 155, 1_000)) { // 5 x 31 = 155, the bound of January exactly
                Fraction high = Fraction.of(usage, 3);
                Fraction low = Fraction.of(usage).minus(high);
                Fraction peak = Fraction.of(usage, 20);
                Fraction ofBook = book.resolve(days, 1)
                        .rate(BillDeterminants.of(Map.of("high", high, "low", low), Map.of("high", peak)))
                        .unrounded()
                        .total();
                Fraction ofRecord = rate.tariff()
                        .resolve(days, 1)
                        .rate(BillDeterminants.of(Map.of("0", high, "1", low), Map.of("0", peak)))
                        .unrounded()
                        .total();
                assertThat(ofRecord).as(usage + " in month " + month).isEqualByComparingTo(ofBook);
            }
        }
    }

    /// Hours are those of the calendar that the book names; a band of demand that is not charged is free.
    @Test
    void schedulesAreTheCalendars() throws IOException {
        assertThat(export(book(BOOK))).isEqualTo(ExitCode.GOOD);
        String winter = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";
        String summer = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0,1,1]";
        String year = String.join(
                ",", winter, winter, winter, winter, winter, summer, summer, summer, summer, winter, winter, winter);
        String weekends = String.join(",", Collections.nCopies(12, winter));
        assertThat(out.toString())
                .contains("\"energyweekdayschedule\":[" + year + "]")
                .contains("\"energyweekendschedule\":[" + weekends + "]")
                .contains("\"demandweekdayschedule\":[" + year + "]")
                .contains("\"demandratestructure\":[[{\"rate\":2}],[{\"rate\":0}]]")
                .contains("\"flatdemandmonths\":[1,1,1,1,1,0,0,0,0,1,1,1]")
                .contains("{\"rate\":0.25,\"adj\":-0.015,\"max\":5,\"unit\":\"kWh daily\"}")
                .contains("\"fixedchargefirstmeter\":0.33,\"fixedchargeunits\":\"$/day\"");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "currency: USD | currency: MAD | prices in MAD: those of records are in USD",
                "rate: 0, source | rate: 0.2, source | the tax VAT: records are before tax, and tell none",
                "bounds: none, charges | bounds: days/30, charges | the proration of the book",
                "rounding: unrounded | rounding: unrounded, everyMonths: 3 | the proration of the book",
                "calendar: hours.yaml | clause: none | energy by time band, and the book names no calendar",
                "perMonth: 40 | perYear: 40;yearFrom: --04-01 | component least is of years that begin on another",
                "price: -0.015 | price: -0.015;months: [1] | component fuel is due in some months only",
            })
    void whatNoRecordSaysIsNamed(String piece, String replacement, String reason) throws IOException {
        String text = BOOK.replace(piece, replacement.replace(";", "\n        "));
        assertThat(text).isNotEqualTo(BOOK);
        assertThat(export(book(text))).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err.toString()).contains("taswiya: no record can say ").contains(reason);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMonthHasOneDemandCharge() throws IOException {
        String text = BOOK.replace(
                        "band: high\n        blocks: [{ above: 0, price: 2 }]",
                        "months: [6]\n        blocks: [{ above: 0, price: 2 }]")
                .replace("demand: { high: 0 }", "demand: 0");
        assertThat(export(book(text))).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err.toString()).contains("component peak is due in months in which another is");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "from: --06-01 | from: --06-15 | that are others than on other weekdays of the month",
                "\"17:00\" | \"17:30\" | that change within an hour",
                "source: made up | everyYear: [--07-04] | holidays of the calendar",
                "days: [weekdays] | days: [monday, tuesday, wednesday, thursday] | than on other weekdays",
            })
    void aCalendarThatNoScheduleSaysIsNamed(String piece, String replacement, String reason) throws IOException {
        String calendar = CALENDAR.replace(piece, replacement);
        if (replacement.contains("thursday")) {
            calendar = calendar.replace("[weekend, holiday]", "[friday, weekend, holiday]");
        }
        Files.writeString(folder.resolve("hours.yaml"), calendar);
        assertThat(export(book(BOOK))).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err.toString()).contains(reason);
    }

    /// All at once, so that nobody mends one to meet the next.
    @Test
    void aBookOfBlocksThatAreSelectiveIsRefusedWithAllItsReasons() {
        assertThat(export("casablanca/electricity-household")).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err.toString())
                .contains("prices in MAD", "the tax VAT", "the tax TPPAN", "the tax STAMP")
                .contains("component energy has a selective block or a tolerance");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path there = Files.writeString(folder.resolve("record.json"), "mine");
        assertThat(export(book(BOOK), "--to", there.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Files.readString(there)).isEqualTo("mine");
        assertThat(export(book(BOOK), "--on", "2016-12-31")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("has no prices on 2016-12-31");
    }
}
