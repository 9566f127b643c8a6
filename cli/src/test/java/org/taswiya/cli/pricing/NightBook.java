package org.taswiya.cli.pricing;

import org.taswiya.cli.MadeUpBook;

/// A price book whose calendar lies beside it.
public final class NightBook {
    public static final String HOURS = """
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

    private NightBook() {}

    /// Its text, naming `hours.yaml`.
    public static String of(String id) {
        return MadeUpBook.of(id, "Prix de nuit", """
                  - component: energy
                    kind: bands
                    tax: energy
                    source: list
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
            """);
    }
}
