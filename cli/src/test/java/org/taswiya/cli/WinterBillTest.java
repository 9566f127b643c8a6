package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A household that pays, outside February, for what it used then, at 1.00; 100 where nobody knows. It is served since
/// February 2020, uses 400 then and 500 in March.
final class WinterBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: sewer
                    kind: sewer
                    tax: energy
                    winter: { months: [2], outside: average, ifUnknown: 100 }
                    source: "made up"
                    blocks: [{ above: 0, price: 1 }]
            examples:
              - name: whatever is used
                derived: "400"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 500
                determinants: { winter-average: 400 }
                expect: { net: 400.00 }
            """);

    @TempDir
    private static Path folder;

    private static CommandTown town = CommandTown.withItsOwnServer(Path.of("unset"));
    private static CommandHome home = town.home();

    @BeforeAll
    static void twoMonths() throws IOException {
        town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 3, 1));
        home = town.priced(BOOK);
        town.read("2020-04-01", 10900);
        home.good("bill", "--to", "2020-03-01", "--documents");
        home.good("bill", "--to", "2020-04-01", "--documents");
    }

    @Test
    void triedByTheBookInForceItIsWhatWasBilled() throws IOException {
        assertThat(town.bill("C00001", "2020-04-01").total()).isEqualTo(Money.parse("400.00"));
        assertThat(CommandTown.tried(home)).containsExactly("400.00", "400.00");
        assertThat(CommandTown.tried(home, "--from", "2020-03-01")).containsExactly("400.00");
        assertThat(home.good("tariff", "try", "casablanca/electricity-household", "--everybody"))
                .contains("2 bills of 1 account, 800.00 MAD")
                .doesNotContain("assumed");
    }

    /// January was before it came.
    @Test
    void whereTheBooksDoNotKnowTheWinterItIsSaidWhatTheBookTakes() throws IOException {
        String longer = Files.writeString(folder.resolve("longer.yaml"), BOOK.replace("months: [2]", "months: [1, 2]"))
                .toString();
        assertThat(home.good("tariff", "try", longer, "--account", "0000000001"))
                .containsPattern("total +100\\.00")
                .contains("assumed: winter-average 100, which the book states where nobody tells it");
        assertThat(home.good("tariff", "compare", "casablanca/electricity-household", longer, "--everybody"))
                .contains("2 billed periods of 1 account, 800.00 MAD by the old book and 500.00 by the new")
                .contains("assumed for 1 period: winter-average 100");
    }

    @Test
    void aUsageHasNoPast() throws IOException {
        assertThat(home.good("tariff", "try", "casablanca/electricity-household", "--usage", "300", "--json"))
                .contains("\"total\":\"100.00\"", "\"assumed\":{\"winter-average\":\"100\"}");
        Path profile = Files.writeString(folder.resolve("p.csv"), "month,usage\n2020-02,300\n2020-03,300\n");
        assertThat(home.good("tariff", "try", "casablanca/electricity-household", "--profile", profile.toString()))
                .containsOnlyOnce("assumed: winter-average 100");
    }
}
