package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.TimeBands;

/// A charge on time bands names the calendar of its bands: both have the same bands, or the book is refused.
class BandCalendarTest {
    private static final String CALENDAR = """
            zone: Africa/Casablanca
            source: decree
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: off-peak, days: [every], from: "00:00", to: "17:00" }
                  - { band: peak, days: [every], from: "17:00", to: "22:00" }
                  - { band: off-peak, days: [every], from: "22:00", to: "24:00" }
            """;
    private static final String BOOK = TinyBook.electricity("bands") + """
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: energy
                    kind: bands
                    tax: energy
                    calendar: hours.yaml
                    bands:
                      - band: peak
                        blocks: [{ above: 0, price: 2 }]
                      - band: off-peak
                        blocks: [{ above: 0, price: 1 }]
            examples:
              - name: July
                derived: arithmetic
                period: { from: 2017-07-01, to: 2017-08-01 }
                usage: { peak: 50, off-peak: 150 }
                expect: { net: 250.00 }
            """;

    private static final String TO_23 =
            CALENDAR.replace("\"22:00\" }", "\"23:00\" }").replace("from: \"22:00\"", "from: \"23:00\"");

    @TempDir
    private Path folder;

    private ParsedBook read(String book, String calendar) throws IOException {
        Files.writeString(folder.resolve("hours.yaml"), calendar);
        return TariffBookParser.parse(Files.writeString(folder.resolve("book.yaml"), book));
    }

    @Test
    void theBookKnowsItsCalendar() throws IOException {
        assertThat(read(BOOK, CALENDAR)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(book.tariff().calendarOn(LocalDate.of(2017, 1, 1)))
                    .isNotNull()
                    .satisfies(bands -> assertThat(bands.bands()).containsExactly("off-peak", "peak"));
            assertThat(book.tariff().calendarOn(LocalDate.of(2018, 1, 1))).isNotNull();
            assertThat(book.tariff().calendarOn(LocalDate.of(2016, 12, 31))).isNull();
        });
        assertThat(TariffSchemaTest.faults(BOOK)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "band: off-peak | band: night | no hour is night",
                "band: off-peak | band: night | with off-peak, which has no prices here",
                "calendar: hours.yaml        | calendar: other.yaml     | 'other.yaml', which cannot be read",
                "calendar: hours.yaml        | calendar: ../hours.yaml  | ../hours.yaml",
                "calendar: hours.yaml        | calendar: /etc/passwd    | /etc/passwd",
            })
    void aCalendarThatIsNoneOfItsBandsIsRefused(String piece, String replacement, String found) throws IOException {
        String text = BOOK.replace(piece.strip(), replacement.strip());
        assertThat(text).isNotEqualTo(BOOK);
        assertThat(read(text, CALENDAR))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        book -> assertThat(book.findings()).anySatisfy(finding -> {
                            assertThat(finding.found()).contains(found);
                            assertThat(finding.line()).isEqualTo(24);
                        }));
    }

    private static TimeBands hours(ParsedBook read, String day) {
        assertThat(read).isInstanceOf(TariffBook.class);
        TimeBands hours = ((TariffBook) read).tariff().calendarOn(LocalDate.parse(day));
        assertThat(hours).isNotNull();
        return Objects.requireNonNull(hours);
    }

    private static String endOfPeak(TimeBands hours) {
        return hours.seasons().getFirst().windows().stream()
                .filter(window -> window.band().equals("peak"))
                .map(window -> window.to() / 60 + ":00")
                .collect(Collectors.joining());
    }

    /// What the folder holds, what a book names, and whose hours it has then.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "names it beside it,            book.yaml,         hours.yaml, '',         hours.yaml, 22:00",
        "names one of its utility,      tariffs/book.yaml, '',         hours.yaml, hours.yaml, 22:00",
        "names one that is in both,     tariffs/book.yaml, other,      hours.yaml, hours.yaml, 23:00",
        "names none: the default,       tariffs/book.yaml, '',         bands.yaml, '',         22:00",
        "names another than the default,tariffs/book.yaml, '',         both,       hours.yaml, 23:00",
    })
    void theHoursOfABook(String trap, String place, String beside, String ofUtility, String named, String end)
            throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (!beside.isEmpty()) {
            Files.writeString(file.resolveSibling("hours.yaml"), beside.equals("other") ? TO_23 : CALENDAR);
        }
        if (ofUtility.equals("both")) {
            Files.writeString(folder.resolve("bands.yaml"), CALENDAR);
            Files.writeString(folder.resolve("hours.yaml"), TO_23);
        } else if (!ofUtility.isEmpty()) {
            Files.writeString(folder.resolve(ofUtility), CALENDAR);
        }
        String book = named.isEmpty() ? BOOK.replace("        calendar: hours.yaml\n", "") : BOOK;
        ParsedBook read = TariffBookParser.parse(Files.writeString(file, book));
        assertThat(endOfPeak(hours(read, "2017-07-01"))).isEqualTo(end);
    }

    /// A text that was made whole has its hours wherever it is read, and they are those of the file.
    @Test
    void aWholeTextHoldsItsHours() throws IOException {
        TariffBook beside = (TariffBook) read(BOOK, "---\n" + CALENDAR);
        String whole = beside.whole(BOOK);
        assertThat(TariffSchemaTest.faults(whole)).isEmpty();
        ParsedBook again = TariffBookParser.parse("as kept", whole);
        assertThat(hours(again, "2017-07-01")).isEqualTo(hours(beside, "2017-07-01"));
        assertThat(((TariffBook) again).whole(whole)).isEqualTo(whole);
        assertThat(TariffBookParser.parse("as kept", BOOK)).isInstanceOf(RefusedBook.class);
    }

    /// Another calendar from a version on, and both by their days.
    @Test
    void aVersionMayHaveOtherHours() {
        String second = BOOK.substring(BOOK.indexOf("  - from: 2017-01-01\n    clause"), BOOK.indexOf("examples:"))
                .replace("from: 2017-01-01", "from: 2018-03-01")
                .replace("hours.yaml", "later.yaml");
        String book = BOOK.replace("examples:", second + "examples:") + "calendars:\n  hours.yaml:\n"
                + CALENDAR.indent(4) + "  later.yaml:\n" + TO_23.indent(4);
        ParsedBook read = TariffBookParser.parse("book.yaml", book);
        assertThat(endOfPeak(hours(read, "2018-02-28"))).isEqualTo("22:00");
        assertThat(endOfPeak(hours(read, "2018-03-01"))).isEqualTo("23:00");
        ParsedBook unnamed = TariffBookParser.parse("book.yaml", book.replace("calendar: later.yaml", "bounds: day"));
        assertThat(unnamed)
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(finding -> assertThat(finding.found())
                                        .isEqualTo("the calendar later.yaml, which no charge names")));
    }

    @Test
    void twoCalendarsOfOneVersionAreRefused() {
        String demand = """
                  - component: demand
                    kind: demand
                    tax: energy
                    unit: kW
                    band: peak
                    calendar: later.yaml
                    blocks: [{ above: 0, price: 2 }]
            """;
        String book = BOOK.replace("examples:", demand + "examples:") + "calendars:\n  hours.yaml:\n"
                + CALENDAR.indent(4) + "  later.yaml:\n" + TO_23.indent(4);
        assertThat(TariffBookParser.parse("book.yaml", book))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        refused -> assertThat(refused.findings())
                                .anySatisfy(finding ->
                                        assertThat(finding.found()).isEqualTo("later.yaml beside hours.yaml")));
    }

    @Test
    void aCalendarWithFaultsIsNamedByThem() throws IOException {
        assertThat(read(BOOK, CALENDAR.replace("\"22:00\", to: \"24:00\"", "\"22:00\", to: \"23:00\"")))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        book -> assertThat(book.findings())
                                .anySatisfy(finding ->
                                        assertThat(finding.found()).contains("hours.yaml:4:3", "23:00 to 24:00")));
    }
}
