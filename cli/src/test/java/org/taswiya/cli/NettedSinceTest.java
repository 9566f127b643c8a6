package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A household with a roof whose register counts since February 2020, and whose book nets since March.
final class NettedSinceTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1 }]
              - from: 2020-03-01
                clause: art. 2
                source: "made up"
                components:
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    source: "made up"
                    blocks: [{ above: 0, mode: progressive, price: 1 }]
                  - component: own-energy
                    kind: net-metering
                    tax: energy
                    source: "made up"
            examples:
              - name: some of it was fed in
                derived: "400 - 270"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 400
                determinants: { exported-energy: 270, carried-in: 0 }
                expect: { net: 130.00 }
            """);

    @TempDir
    private static Path folder;

    /// Of what February fed in nothing is carried into March, which was billed by the first book that nets. February
    /// itself is priced as if it had netted.
    @Test
    void triedByTheBookInForceAMonthIsWhatWasBilled() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 4, 1));
        CommandHome home = town.priced(BOOK);
        for (String shown : new String[] {"2020-02-01=0", "2020-03-01=500", "2020-04-01=770"}) {
            String day = shown.substring(0, 10);
            String value = shown.substring(11);
            CommandTown.fact(home, "exported-energy", day, value);
        }
        home.good("bill", "--to", "2020-03-01", "--documents");
        home.good("bill", "--to", "2020-04-01", "--documents");
        assertThat(town.bill("C00001", "2020-03-01").total()).isEqualTo(Money.parse("400.00"));
        assertThat(town.bill("C00001", "2020-04-01").total()).isEqualTo(Money.parse("130.00"));
        assertThat(CommandTown.tried(home)).containsExactly("0.00", "130.00");
    }
}
