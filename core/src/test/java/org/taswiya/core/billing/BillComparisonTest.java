package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What made a bill higher or lower. 120 kWh cost 129.46 in any month until 2024: 100 x 0.8496 + 20 x 1.0220 = 105.40,
/// fixed 7.90, VAT 14.76 + 1.30 + 0.10; with nothing used, 9.30 remain.
class BillComparisonTest {
    private static final ComparedBills MARCH = ComparedBills.of("2020-03-01", "2020-04-01", 120);

    private static void assertParts(ComparedBills before, ComparedBills now, String parts) {
        BillComparison compared = before.with(now).orElseThrow();
        assertThat(compared.parts().stream()
                        .map(part -> part.cause() + " " + part.amount())
                        .toList())
                .hasToString("[" + parts + "]");
    }

    @Test
    void theSameBillHasNoParts() {
        assertParts(MARCH, MARCH, "");
    }

    @Test
    void moreDaysAtTheSameUseADayAreDays() {
        // 29 days at 4 a day: 84.96 + 16.35, tax 14.18; 31 days: 84.96 + 24.53, tax 15.33: 124.79 and 134.12
        assertParts(
                ComparedBills.of("2020-02-01", "2020-03-01", 116),
                ComparedBills.of("2020-03-01", "2020-04-01", 124),
                "DAYS 9.33");
    }

    @Test
    void moreUseIsUseAtTheMeanPriceAndTheRestIsTheDearerBlock() {
        // 150 kWh: 84.96 + 51.10, tax 19.05: 164.41, 34.95 more; 30 x (129.46 - 9.30) / 120 = 30.04
        assertParts(MARCH, ComparedBills.of("2020-08-01", "2020-09-01", 150), "USE 30.04, BLOCKS 4.91");
    }

    @Test
    void lessUseIsTheMirrorOfIt() {
        // 30 x (164.41 - 9.30) / 150 = 31.02
        assertParts(ComparedBills.of("2020-08-01", "2020-09-01", 150), MARCH, "USE -31.02, BLOCKS -3.93");
    }

    @Test
    void whereNothingWasUsedBeforeAllIsUse() {
        assertParts(ComparedBills.of("2020-01-01", "2020-02-01", 0), MARCH, "USE 120.16");
    }

    @Test
    void whereNothingIsUsedNowAllIsUse() {
        assertParts(MARCH, ComparedBills.of("2020-05-01", "2020-06-01", 0), "USE -120.16");
    }

    @Test
    void otherPricesAndTaxesArePrices() {
        // 2024: 83.50 + 20.09, fixed 7.90, tax 16.57 + 1.30 + 0.15: 129.51
        assertParts(
                ComparedBills.of("2023-12-01", "2024-01-01", 120),
                ComparedBills.of("2024-01-01", "2024-02-01", 120),
                "PRICES 0.05");
    }

    @Test
    void aBillAcrossAChangeOfPricesHasASharePricesAlready() {
        // priced by what held on its first day it would be 129.46 too: nothing else has changed
        BillComparison compared = ComparedBills.of("2023-12-16", "2024-01-16", 120)
                .with(ComparedBills.of("2024-02-01", "2024-03-03", 120))
                .orElseThrow();
        assertThat(compared.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.cause()).isEqualTo(BillComparison.Cause.PRICES));
    }

    @Test
    void anotherHouseholdBehindTheMeterMovesTheBlocks() {
        // 120 x 0.8496 = 101.95, tax 14.27, and 9.30: 125.52
        assertParts(MARCH, MARCH.servingHouseholds(2), "HOUSEHOLDS -3.94");
    }

    @Test
    void whatABillSettlesOfEarlierOnesIsSettlement() {
        // June, 148 kWh, 162.08, and 146.48 for three months of 120 that were 152, 148 and 152. 30 days of March's use:
        // 84.96 + 16.48, tax 14.20: 124.94; 31.87 more kWh at the mean price are 31.74
        assertParts(
                MARCH,
                ComparedBills.of("2020-03-01", "2020-07-01", 600).afterEstimates(3, 120),
                "DAYS -4.52, USE 31.74, BLOCKS 5.40, SETTLEMENT 146.48");
    }

    @Test
    void aBillThatOnlySettlesIsNotCompared() {
        ComparedBills settling =
                ComparedBills.of("2020-03-01", "2020-07-01", 600).afterEstimates(4, 120);
        assertThat(MARCH.with(settling)).isEmpty();
        assertThat(settling.with(MARCH)).isEmpty();
    }

    @Test
    void bothSidesAreToldByWhatTheyClaimForTheFirstTime() {
        BillComparison compared = MARCH.with(
                        ComparedBills.of("2020-03-01", "2020-07-01", 600).afterEstimates(3, 120))
                .orElseThrow();
        assertThat(compared.now().range()).hasToString("2020-06-01/2020-07-01");
        assertThat(compared.now().days()).isEqualTo(30);
        assertThat(compared.now().usage()).hasToString("148");
        assertThat(compared.difference()).hasToString("179.10");
    }
}
