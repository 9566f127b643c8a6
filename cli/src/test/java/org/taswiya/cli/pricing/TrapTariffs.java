package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taswiya.cli.MadeUpBook;

/// A good price book and a good record of a rate database, to be broken in one place by a test.
final class TrapTariffs {
    static final String BOOK = MadeUpBook.of("valley/energy", "Énergie", """
              - component: energy
                kind: blocks
                tax: energy
                households: ignore
                indexed: { by: fuel, base: 100, decimals: 2, missing: refused }
                blocks:
                  - { above: 0, upTo: 100, mode: progressive, price: 1 }
                  - { above: 100, mode: progressive, price: 2 }
              - component: power
                kind: demand
                tax: energy
                unit: kW
                blocks: [{ above: 0, price: 3 }]
        indexes:
          - index: fuel
            values:
              - { month: 2017-01, value: 100, source: list }
              - { month: 2017-02, value: 104, source: list }
              - { month: 2017-03, value: 101, source: list }
        examples:
          - name: nothing used
            derived: nothing
            period: { from: 2017-03-01, to: 2017-04-01 }
            usage: 0
            demand: 0
            expect: { net: 0.00 }
        """)
            .replace("  - from: 2014-08-01\n", "  - from: 2017-01-01\n    to: 2017-04-01\n");

    static final String LADDER =
            BOOK.substring(BOOK.indexOf("          - { above: 0, upTo"), BOOK.indexOf("      - component: power"));

    static final String RECORD = record("[[{'max':100,'rate':1},{'rate':2}]]", always("0"));

    private TrapTariffs() {}

    /// A tariff with one fault.
    ///
    /// @param place of the fault: line and column of a book, the path of a field of a record
    /// @param found what stands there
    record Trap(String name, String text, Charset charset, String place, String found, String expected) {
        byte[] bytes() {
            return text.getBytes(charset);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Trap trap(String name, String text, String place, String found, String expected) {
        return trap(name, text, StandardCharsets.UTF_8, place, found, expected);
    }

    static Trap trap(String name, String text, Charset charset, String place, String found, String expected) {
        return new Trap(name, text, charset, place, found, expected);
    }

    /// The book with one piece of it replaced.
    static Trap book(String name, String piece, String instead, String place, String found, String expected) {
        assertThat(BOOK).as(name).contains(piece);
        return trap(name, BOOK.replace(piece, instead), place, found, expected);
    }

    /// The record with other prices.
    static Trap prices(String name, String energy, String place, String found, String expected) {
        return trap(name, record(energy, always("0")), place, found, expected);
    }

    /// The record with a field more.
    static Trap field(String name, String more, String place, String found, String expected) {
        return trap(name, "{" + more.replace('\'', '"') + "," + RECORD.substring(1), place, found, expected);
    }

    /// A year whose every hour is in one period.
    static String always(String period) {
        String day = "[" + String.join(",", Collections.nCopies(24, period)) + "]";
        return "[" + String.join(",", Collections.nCopies(12, day)) + "]";
    }

    static String record(String energy, String schedule) {
        return ("{'label':'x','energyratestructure':" + energy + ",'energyweekdayschedule':" + schedule
                        + ",'energyweekendschedule':" + schedule + "}")
                .replace('\'', '"');
    }

    /// So many blocks of one unit each.
    static String steps(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "          - { above: " + i + (i == count - 1 ? "" : ", upTo: " + (i + 1))
                        + ", mode: progressive, price: 1 }\n")
                .collect(Collectors.joining());
    }

    /// Nine aliases of nine aliases, twelve times over.
    static String bomb() {
        return "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 12)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n")
                        .collect(Collectors.joining());
    }

    static String numbered(int count, String begin, String end) {
        return IntStream.range(0, count).mapToObj(i -> begin + i + end).collect(Collectors.joining());
    }
}
