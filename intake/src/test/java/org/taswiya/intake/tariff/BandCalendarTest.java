package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    private static final String BOOK = """
            book: tiny/bands
            title: { ar: كهرباء, fr: Électricité, en: Electricity }
            service: electricity
            currency: MAD
            unit: kWh
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: energy
                clause: VAT
                rates: [{ from: 2017-01-01, rate: 0, source: law }]
            versions:
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

    @TempDir
    private Path folder;

    private ParsedBook read(String book, String calendar) throws IOException {
        Files.writeString(folder.resolve("hours.yaml"), calendar);
        return TariffBookParser.parse(Files.writeString(folder.resolve("book.yaml"), book));
    }

    @Test
    void theBookKnowsItsCalendar() throws IOException {
        assertThat(read(BOOK, CALENDAR)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(book.calendarOf("energy", LocalDate.of(2017, 1, 1)))
                    .hasValueSatisfying(bands -> assertThat(bands.bands()).containsExactly("off-peak", "peak"));
            assertThat(book.calendarOf("energy", LocalDate.of(2018, 1, 1))).isPresent();
            assertThat(book.calendarOf("energy", LocalDate.of(2016, 12, 31))).isEmpty();
            assertThat(book.calendarOf("meter", LocalDate.of(2017, 1, 1))).isEmpty();
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
