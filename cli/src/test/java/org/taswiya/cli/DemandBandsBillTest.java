package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;

/// A workshop that pays 1.00 for every kWh and 10.00 for each kW of the highest by day, whether at peak or not; what it
/// draws at night does not count. It uses 25 kWh a day.
final class DemandBandsBillTest {
    private static final String BOOK = MadeUpBook.household("""
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: night, blocks: [{ above: 0, price: 1 }] }
                      - { band: peak, blocks: [{ above: 0, price: 1 }] }
                      - { band: shoulder, blocks: [{ above: 0, price: 1 }] }
                  - component: demand
                    kind: demand
                    tax: energy
                    unit: kW
                    bands: [shoulder, peak]
                    calendar: hours.yaml
                    source: "made up"
                    blocks: [{ above: 0, price: 10 }]
            calendars:
              hours.yaml:
                zone: "+10:00"
                seasons:
                  - name: year
                    from: --01-01
                    windows:
                      - { band: night, days: [every], from: 00:00, to: 07:00 }
                      - { band: shoulder, days: [every], from: 07:00, to: 17:00 }
                      - { band: peak, days: [every], from: 17:00, to: 22:00 }
                      - { band: night, days: [every], from: 22:00, to: 24:00 }
            examples:
              - name: a month
                derived: "700 + 30"
                period: { from: 2020-02-01, to: 2020-03-01 }
                usage: { night: 300, peak: 200, shoulder: 200 }
                demand: { night: 9, peak: 3, shoulder: 2 }
                expect: { net: 730.00 }
            """);

    @TempDir
    private Path folder;

    @Test
    void theHighestOfSomeBandsIsBilledAndReprinted() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(1);
        town.meterOfHalfHours();
        CommandHome home = town.priced(BOOK);
        int atSix = 36;
        town.read("2020-02-01", 1000);
        town.read("2020-03-01", 1725);
        town.read("2020-04-01", 2500);
        town.loadHalfHours(home, "2020-02-01", "2020-02-10", atSix);
        town.loadHalfHours(home, "2020-02-10", "2020-04-01", 0);

        CommandTown.Document february = town.billed(home, "2020-03-01");
        assertThat(february.total()).as("3 kW at six").isEqualTo(Money.parse("755.00"));
        assertThat(february.text()).contains("\"band\": \"peak + shoulder\"");
        CommandTown.Document march = town.billed(home, "2020-04-01");
        assertThat(march.total()).as("3 kW at night, 1 by day").isEqualTo(Money.parse("785.00"));
        assertThat(town.reprinted(home)).isNotEmpty();
        home.good("verify", home.documents().toString());
        for (String language : new String[] {"en", "fr", "ar"}) {
            home.good(
                    "explain",
                    home.documents().resolve(march.number() + ".json").toString(),
                    "--lang",
                    language);
        }
    }
}
