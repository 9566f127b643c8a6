package org.taswiya.intake.tariff;

/// The smallest book that uses every kind of component and tax, to be broken in one place by a test.
final class TinyBook {

    private static final String HEAD = """
            book: tiny/{id}
            title: { ar: {ar}, fr: {fr}, en: {en} }
            service: {service}
            currency: MAD
            unit: {unit}
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: {class}
                clause: VAT
                rates: [{ from: 2017-01-01, rate: 0, source: law }]
            versions:
            """;

    private TinyBook() {}

    /// The head of a book of water up to its versions, untaxed under `water`.
    static String water(String id) {
        return HEAD.replace("{id}", id)
                .replace("{ar}", "ماء")
                .replace("{fr}", "Eau")
                .replace("{en}", "Water")
                .replace("{service}", "water")
                .replace("{unit}", "m3")
                .replace("{class}", "water");
    }

    /// The head of a book of electricity up to its versions, untaxed under `energy`.
    static String electricity(String id) {
        return HEAD.replace("{id}", id)
                .replace("{ar}", "كهرباء")
                .replace("{fr}", "Électricité")
                .replace("{en}", "Electricity")
                .replace("{service}", "electricity")
                .replace("{unit}", "kWh")
                .replace("{class}", "energy");
    }

    static final String TEXT = """
            book: tiny/water
            title: { ar: ماء, fr: Eau, en: Water }
            service: water
            currency: MAD
            unit: m3
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: water
                clause: VAT
                rates:
                  - { from: 2017-01-01, rate: 0.07, source: law }
                  - { from: 2024-01-01, rate: 0, source: law }
              - code: LEVY
                kind: levy
                clause: Levy
                versions:
                  - from: 2012-05-01
                    exemptUpTo: 20
                    capPerMonth: 100
                    source: law
                    blocks:
                      - { above: 0, upTo: 10, rate: 0.10 }
                      - { above: 10, rate: 0.20 }
              - code: STAMP
                kind: payment-duty
                paidBy: cash
                clause: Stamp
                rates:
                  - { from: 2017-01-01, rate: 0.0025, source: law }
            versions:
              - from: 2017-01-01
                to: 2020-01-01
                clause: Grid of 2017
                source: list of 2017
                components:
                  - component: water
                    kind: blocks
                    tax: water
                    households: multiply-bounds
                    blocks:
                      - { above: 0, upTo: 6, mode: progressive, price: 2.99 }
                      - { above: 6, upTo: 20, tolerance: 1, mode: selective, price: 6.97 }
                      - { above: 20, mode: selective, price: 11.24, placeholder: guessed }
                  - component: sanitation
                    kind: volume-of
                    follows: water
                    rounding: joint
                    tax: water
                    prices: [{ price: 0.35 }, { price: 0.80 }, { price: 1.96 }]
                  - component: water-fixed
                    kind: fixed
                    tax: water
                    perMonth: 8
                  - component: minimum
                    kind: minimum
                    tax: water
                    perMonth: 12.50
              - from: 2020-01-01
                clause: Grid of 2020
                components:
                  - component: water-fixed
                    kind: fixed
                    tax: water
                    perMonth: 9
                    source: list of 2020
            examples:
              - name: nothing used
                derived: the minimum
                period: { from: 2018-03-01, to: 2018-04-01 }
                usage: 0
                expect: { net: 12.50, byComponent: { minimum: 4.50 } }
            """;

    /// The book with one piece of it replaced.
    static ParsedBook with(String piece, String replacement) {
        int at = TEXT.indexOf(piece);
        if (at < 0) {
            throw new IllegalArgumentException("The tiny book has no piece '" + piece + "'");
        }
        return TariffBookParser.parse(
                "tiny.yaml", TEXT.substring(0, at) + replacement + TEXT.substring(at + piece.length()));
    }

    static ParsedBook whole() {
        return TariffBookParser.parse("tiny.yaml", TEXT);
    }
}
