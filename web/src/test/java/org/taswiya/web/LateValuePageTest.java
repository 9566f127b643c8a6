package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Change;
import org.taswiya.store.pricebook.PriceBookStep.Kind;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.pricebook.PriceBooks.Proposed;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.staff.StaffRole;

/// Whoever approves is told which values of an index come in for months that are billed without them.
final class LateValuePageTest {
    private static final String ID = "casablanca/electricity-household";
    private static final String BOOK = """
            book: casablanca/electricity-household
            title: { ar: "الكهرباء", fr: "Électricité", en: "Electricity" }
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
                clause: none
                rates: [{ from: 2014-08-01, rate: 0, source: "made up" }]
            versions:
              - from: 2020-01-01
                clause: art. 1
                source: "made up"
                components:
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    indexed: { by: fuel, base: 100, decimals: 2, missing: last-known }
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 2 }]
            examples:
              - name: nothing used
                derived: "0"
                period: { from: 2020-01-01, to: 2020-02-01 }
                usage: 0
                expect: { net: 0.00 }
            indexes:
              - index: coal
                values:
                  - { month: 2020-01, value: 100, source: "made up" }
            COAL\
              - index: fuel
                values:
                  - { month: 2020-01, value: 100, source: "made up" }
            """;

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String value(String month, int value) {
        return "      - { month: " + month + ", value: " + value + ", source: \"made up\" }\n";
    }

    @Test
    void valuesOfMonthsThatAreBilledWithoutThemAreNamed() {
        String inUse = BOOK.replace("COAL", "");
        String later = BOOK.replace("COAL", value("2020-02", 140))
                + value("2020-02", 110)
                + value("2020-03", 121)
                + value("2020-04", 132)
                + value("2020-05", 133)
                + value("2020-06", 134)
                + value("2020-07", 135)
                + value("2020-08", 136)
                + value("2020-09", 137);
        String folders = TariffLibrary.of(PlayedTown.UTILITIES).content(ID).orElseThrow();
        long first = add(inUse, digest(folders));
        step(first, Kind.APPROVED, "badr");
        step(first, Kind.PUBLISHED, "badr");
        long number = add(later, digest(inUse));
        String page = nadia.get("/staff/price-books/" + number).body();
        assertThat(page)
                .contains("آخر قيمة معروفة للمؤشر", "\u2066fuel\u2069", "\u2066110\u2069", "\u2066121\u2069")
                .as("an index that no price follows")
                .doesNotContain("\u2066coal\u2069")
                .as("a month that nobody has billed")
                .doesNotContain("\u2066137\u2069")
                .as("it can come into use")
                .doesNotContain("لا يمكن العمل به");
    }

    private static long add(String content, @Nullable String replaces) {
        return made(
                "amal",
                (connection, change) ->
                        PriceBooks.add(connection, new Proposed(ID, content, digest(content), replaces), change));
    }

    private static void step(long number, Kind step, String by) {
        made(by, (connection, change) -> {
            PriceBooks.addStep(connection, number, step, LocalDate.of(2020, 1, 1), change);
            return number;
        });
    }

    private interface Write {
        long on(Connection connection, long change) throws SQLException;
    }

    /// As the home has it from earlier: before the days were billed that the desk would look at.
    private static long made(String by, Write write) {
        Change why = new Change(town.now(), by, "bulletin");
        return BooksTransaction.make(
                town.database(),
                why,
                false,
                (connection, change) -> new BooksTransaction.Done<>(write.on(connection, change), true));
    }

    private static String digest(String content) {
        return DocumentSeal.digest(content.getBytes(StandardCharsets.UTF_8));
    }
}
