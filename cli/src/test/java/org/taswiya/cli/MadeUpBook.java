package org.taswiya.cli;

/// Price books of electricity in one version, without tax and rounding of periods: what a test is about is said alone.
public final class MadeUpBook {
    private static final String HEAD = """
            book: {id}
            title: { ar: "الكهرباء", fr: "{title}", en: "Electricity" }
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
              - from: 2014-08-01
                clause: art. 1
                source: "made up"
                components:
            """;

    private MadeUpBook() {}

    /// That of the households of the town in tests.
    ///
    /// @param rest the components, taxed as `energy`, and the examples
    public static String household(String rest) {
        return of("casablanca/electricity-household", "Électricité", rest);
    }

    /// @param title in French
    public static String of(String id, String title, String rest) {
        return HEAD.replace("{id}", id).replace("{title}", title) + rest;
    }
}
