package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.quantity.Money;

/// A household that uses 100 a month. March was billed on an estimate at the last known value of the index, that of
/// February; those of March and April are published afterwards, and two people let them in.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LateIndexValueTest {
    private static final String FEBRUARY = "      - { month: 2020-02, value: 110, source: \"made up\" }\n";
    private static final String MARCH = "      - { month: 2020-03, value: 120, source: \"made up\" }\n";
    private static final String APRIL = "      - { month: 2020-04, value: 130, source: \"made up\" }\n";
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    indexed: { by: fuel, base: 100, decimals: 2, missing: last-known }
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 2 }]
            indexes:
              - index: fuel
                values:
                  - { month: 2020-01, value: 100, source: "made up" }
                  - { month: 2020-02, value: 110, source: "made up" }
            examples:
              - name: nothing used
                derived: "0"
                period: { from: 2020-01-01, to: 2020-02-01 }
                usage: 0
                expect: { net: 0.00 }
            """).replace("- from: 2014-08-01", "- from: 2020-01-01");

    private static final String ESTIMATE = "220.00";

    @TempDir
    private static Path folder;

    private static CommandTown town;
    private static CommandHome home;

    @BeforeAll
    static void billMarchOnAnEstimate() throws IOException {
        town = CommandTown.ofOne(folder, 100, LocalDate.of(2020, 3, 1));
        home = town.priced(BOOK);
        assertThat(town.billed(home, "2020-03-01").total()).isEqualTo(Money.parse("220.00"));
        home.good("bill", "--to", "2020-04-01", "--documents");
        assertThat(town.bill("C00001", "2020-04-01").total()).isEqualTo(Money.parse(ESTIMATE));
    }

    private static CommandHome.Said propose(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        return home.run("tariff", "propose", file.toString(), "--author", "amal", "--why", "bulletin");
    }

    private static String with(String values) {
        return BOOK.replace("\nexamples:", "\n" + values + "examples:");
    }

    /// Everything else that a book says of billed days is refused, also beside the value of March.
    @Order(1)
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            a value is another            | value: 110                | value: 111 | 2020-02-01
            the first value is another    | 2020-01, value: 100       | 2020-01, value: 90 | 2020-01-01
            a price is another            | price: 2                  | price: 3 | 2020-01-01
            the base is another           | base: 100                 | base: 50 | 2020-01-01
            no last known any more        | missing: last-known       | missing: refused | 2020-03-01
            another name of the index     | fuel                      | coal | 2020-03-01
            """)
    void whatWasPublishedStays(String trap, String found, String written, String from) throws IOException {
        refusedOfBilledDays(trap, with(MARCH).replace(found, written), from);
    }

    @Order(1)
    @Test
    void aValueThatWasPublishedIsNotTakenAway() throws IOException {
        refusedOfBilledDays("taken away", BOOK.replace(FEBRUARY, ""), "2020-02-01");
    }

    private static void refusedOfBilledDays(String trap, String text, String from) throws IOException {
        CommandHome.Said said = propose("trap", text);
        assertThat(said.code()).as(trap + said).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(said.err()).as(trap).contains("days-billed: from " + from, "bills reach to 2020-04-01");
    }

    @Order(2)
    @Test
    void whatIsPublishedLaterIsLetInAndEstimatesAreSettledAtIt() throws IOException {
        CommandHome.Said proposed = propose("later", with(MARCH + APRIL));
        assertThat(proposed.code()).as(proposed.toString()).isEqualTo(ExitCode.GOOD);
        assertThat(proposed.out())
                .contains("fuel of 2020-03 is 120: days of it are billed at the last known value")
                .as("April is not billed")
                .doesNotContain("2020-04 is");
        assertThat(decide("approve", "1", "--for", "2020-04-20", "--today", "2020-04-19", "--author", "badr"))
                .contains("fuel of 2020-03 is 120");
        decide("publish", "1", "--today", "2020-04-20");

        town.read("2020-04-01", 2700);
        town.read("2020-05-01", 2800);
        home.good("bill", "--to", "2020-05-01", "--documents");
        CommandTown.Document settled = town.bill("C00001", "2020-05-01");
        assertThat(settled.total())
                .as("100 at 2.40 and 100 at 2.60, less what the estimate came to")
                .isEqualTo(Money.parse("500.00").minus(Money.parse(ESTIMATE)));
        assertThat(town.reprinted(home)).contains("3 documents", "3 the same bytes as first written");
    }

    /// What was let in is published: it is changed no more.
    @Order(3)
    @Test
    void aLateValueThatWasSettledIsNoLongerChanged() throws IOException {
        assertThat(propose("again", with(MARCH.replace("120", "125") + APRIL)).err())
                .contains("days-billed: from 2020-03-01");
    }

    private static String decide(String... words) {
        List<String> all = new ArrayList<>(List.of("tariff"));
        all.addAll(List.of(words));
        all.addAll(List.of("--why", "ok"));
        return home.good(all.toArray(String[]::new));
    }
}
