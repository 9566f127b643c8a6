package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a bill says below its prices, so that whoever reads it can follow them.
final class BillNotesTest {
    private static final String CAPACITIES = MadeUpBook.household("""
                  - component: energy
                    kind: bands
                    tax: energy
                    source: "made up"
                    bands:
                      - { band: low, blocks: [{ above: 0, upTo: 300, price: 0.50 }, { above: 300, price: 0.65 }] }
                      - { band: peak, blocks: [{ above: 0, price: 1.00 }] }
                  - component: capacity
                    kind: demand
                    tax: energy
                    unit: kW
                    source: "made up"
                    blocks: [{ above: 0, price: 10 }]
                  - component: peak-capacity
                    kind: demand
                    tax: energy
                    unit: kW
                    band: peak
                    source: "made up"
                    blocks: [{ above: 0, price: 7 }]
            examples:
              - name: nothing used
                derived: "nothing"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: { low: 0, peak: 0 }
                demand: { peak: 0 }
                expect: { net: 0.00 }
            """);
    private static final String BANDS = """
            zone: "+10:00"
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: low, days: [every], from: 00:00, to: 17:00 }
                  - { band: peak, days: [every], from: 17:00, to: 22:00 }
                  - { band: low, days: [every], from: 22:00, to: 24:00 }
            """;
    private static final String INDEXED = MadeUpBook.household("""
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    persons: { from: 1, to: 8, ifUnknown: 3 }
                    indexed: { by: fuel, base: 100, decimals: 2, missing: last-known }
                    source: "made up"
                    blocks:
                      - { above: 0, upTo: 100, perPerson: 20, mode: progressive, price: 1 }
                      - { above: 100, mode: progressive, price: 2 }
                  - component: meter
                    kind: fixed
                    tax: energy
                    perMonth: 8
                    source: "made up"
                  - component: relief
                    kind: discount
                    tax: energy
                    of: [energy]
                    rate: 0.25
                    where: social-tariff
                    clause: "Decree of 2017, article 3"
                    source: "made up"
                  - component: least
                    kind: minimum
                    tax: energy
                    perMonth: 900
                    source: "made up"
            examples:
              - name: the minimum
                derived: "900"
                period: { from: 2020-03-01, to: 2020-04-01 }
                usage: 0
                determinants: { social-tariff: 0 }
                expect: { net: 900.00 }
            """).replace("versions:", """
            indexes:
              - index: fuel
                values:
                  - { month: 2014-08, value: 104, source: "made up" }
            versions:""");

    @TempDir
    private Path folder;

    /// At most 3 kW on the 5th at 06:00, outside the peak, and 1 kW at peak. Of 725 kWh 145 are at peak.
    @Test
    void theHighestDemandOfAllHoursIsToldBesideThatOfABand() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(1);
        town.meterOfHalfHours();
        Path utilities = town.utilities("tariffs/electricity-household.yaml", _ -> CAPACITIES);
        Files.writeString(utilities.resolve("casablanca").resolve("bands.yaml"), BANDS);
        CommandHome home = town.home().with(utilities);
        town.read("2020-02-01", 1000);
        town.read("2020-03-01", 1726);
        town.loadHalfHours(home, "2020-02-01", "2020-03-01", 12);
        CommandTown.Document bill = town.billed(home, "2020-03-01");
        assertThat(CommandTown.shown(home, bill, "en"))
                .contains("Highest demand: 3 kW, on 1 February 2020 from 06:00 to 06:30")
                .contains("Highest demand, peak: 1 kW, on 1 February 2020 from 17:00 to 17:30")
                .contains("Energy, peak 145.2 kWh")
                .doesNotContain("rounded to three decimals");
    }

    @Test
    void whatCountsForWantOfSomethingBetterIsTold() throws IOException {
        CommandTown town = CommandTown.ofOne(folder, 400, LocalDate.of(2020, 3, 1));
        CommandHome home = town.priced(INDEXED);
        CommandTown.fact(home, "social-tariff", "2020-02-01", "1");
        CommandTown.Document bill = town.billed(home, "2020-03-01");
        assertThat(CommandTown.shown(home, bill, "en"))
                .contains("Energy: the price follows the index fuel.")
                .contains("so the last known counts: 104, of August 2014; at 100 it is the price as published")
                .contains("Persons: not known, so 3 counts, as the tariff says")
                .contains("Social tariff: Decree of 2017, article 3")
                .doesNotContain("Fixed charge: art. 1")
                .containsPattern("Raised to the minimum \\(900\\.00 DH/month\\) \\d");
        assertThat(CommandTown.shown(home, bill, "ar")).contains("المؤشر fuel", "Decree of 2017, article 3");
    }
}
