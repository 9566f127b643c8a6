package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Outcome;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.example.GapExample;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;

/// Settlements of Casablanca's household electricity, named by the trap; the arithmetic stands beside the figures.
///
/// April, May and June are billed here in months of 30 days: from 1 April, 1 May, 31 May to 30 June.
class SettlementTest {

    private static GapExample april() {
        return new GapExample().actual("2020-04-01", "1000").billed("2020-04-01", "2020-05-01", "120");
    }

    private static GapExample aprilAndMay() {
        return april().billed("2020-05-01", "2020-05-31", "120");
    }

    // What is owed

    @Test
    void spreadOfSpring2020() { // REG-2020-SPREAD
        Settled settled = aprilAndMay().actual("2020-06-30", "1450").settled();
        assertThat(settled.periods())
                .extracting(period -> period.usage().toString())
                .containsExactly("150", "150", "150");
        assertThat(settled.periods())
                .allSatisfy(period -> assertThat(net(period, "energy")).isEqualTo("136.06")); // 84.96 + 51.10
        // 408.18 = 3 x 136.06; billed 105.40 = 84.96 + 20.44 for each of two months; VAT 14.76 of it, 19.05 due
        assertThat(settled.trueUp().net()).isEqualTo(Money.parse("61.32")); // 2 x 30.66
        assertThat(settled.trueUp().tax()).isEqualTo(Money.parse("8.58")); // 2 x 4.29
        assertThat(settled.outcome()).isEqualTo(Outcome.CHARGE);
        // June: 136.06 + 7.90; VAT 19.05 + 1.30 + 0.10
        assertThat(settled.dueNow().total()).isEqualTo(Money.parse("234.31")); // 69.90 + 143.96 + 20.45
    }

    @Test
    void proofOfSpring2020() {
        Proof proof = aprilAndMay().actual("2020-06-30", "1450").settled().proof();
        // fixed charges of three months with VAT: 3 x (6.50 x 1.2 + 1.40 x 1.07) = 27.894
        assertThat(proof.monthWise()).isEqualTo(Money.parse("493.22")); // 3 x 136.06 x 1.14 + 27.894
        // 450 in block 5: 592.065 x 1.14; levy 10 + 15 + 50
        assertThat(proof.lump()).isEqualTo(Money.parse("777.85")); // 674.9541 + 75 + 27.894
        assertThat(proof.cheapest()).isEqualTo(division("493.22", "150", "150", "150"));
        assertThat(proof.dearest().total()).isGreaterThanOrEqualTo(proof.lump());
    }

    @Test
    void overEstimateIsACreditAndAnEstimatedReadingMeasuresNothing() {
        Settled settled = aprilAndMay()
                .estimated("2020-05-31", "1240")
                .actual("2020-05-31", "1200")
                .settled();
        // 100 each instead of 120: 84.96 less 105.40 is -20.44; VAT 11.89 less 14.76 is -2.87
        assertThat(settled.outcome()).isEqualTo(Outcome.CREDIT);
        assertThat(settled.trueUp().total()).isEqualTo(Money.parse("-46.62")); // 2 x -23.31
        assertThat(settled.dueNow()).isEqualTo(settled.trueUp());
    }

    @Test
    void billedAmountsThatAreStatedCountAsStated() {
        Amounts stated = Amounts.itemised(
                Map.of("energy", Money.parse("100.00"), "old-fee", Money.parse("5.00")),
                Map.of("VAT", Money.parse("14.00")));
        Settled settled = new GapExample()
                .actual("2020-04-01", "1000")
                .billed("2020-04-01", "2020-05-01", "120", stated)
                .actual("2020-05-01", "1120")
                .settled();
        SettledPeriod period = settled.periods().getFirst();
        assertThat(period.difference().byComponent().orElseThrow())
                .containsEntry("energy", Money.parse("5.40")) // 105.40 - 100.00
                .containsEntry("old-fee", Money.parse("-5.00"))
                .containsEntry("maintenance", Money.parse("6.50"));
        assertThat(period.difference().tax()).isEqualTo(Money.parse("2.16")); // 14.76 + 1.30 + 0.10 - 14.00
    }

    @Test
    void withoutComponentsOnlyTotalsAreSubtracted() {
        Settled settled = new GapExample()
                .actual("2020-04-01", "1000")
                .billed("2020-04-01", "2020-05-01", "120", Amounts.totals(Money.parse("113.30"), Money.parse("16.16")))
                .actual("2020-05-01", "1120")
                .settled();
        assertThat(settled.trueUp().total()).isEqualTo(Money.ZERO); // 105.40 + 7.90; 14.76 + 1.40
        assertThat(settled.trueUp().byComponent()).isEmpty();
        assertThat(settled.outcome()).isEqualTo(Outcome.NONE);
    }

    @Test
    void changeOfPriceAndTaxInsideTheGap() {
        Settled settled = new GapExample()
                .actual("2023-12-17", "1000")
                .billed("2023-12-17", "2024-01-16", "0") // 15 days before the change, 15 after
                .actual("2024-01-16", "1150")
                .settled();
        List<ChargeLine> lines = settled.periods().getFirst().rating().lines();
        assertThat(lines)
                .extracting(ChargeLine::component, line -> line.amount().toString())
                .containsExactlyInAnyOrder(
                        tuple("energy", "42.48"), // 100 x 0.8496 x 15/30
                        tuple("energy", "25.55"), // 50 x 1.0220 x 15/30
                        tuple("energy", "41.75"), // 100 x 0.8350 x 15/30
                        tuple("energy", "25.11"), // 50 x 1.0044 x 15/30
                        tuple("maintenance", "6.50"), // same price and rate: one line
                        tuple("meter-rental", "0.70"),
                        tuple("meter-rental", "0.70"));
        // 14 % of 68.03 is 9.52, 16 % of 66.86 is 10.70, 20 % of 6.50 is 1.30, 7 % and 11 % of 0.70 are 0.05 and 0.08
        assertThat(settled.periods().getFirst().due().tax()).isEqualTo(Money.parse("21.65"));
        assertThat(settled.periods().getFirst().due().total()).isEqualTo(Money.parse("164.44"));
    }

    // How usage is divided

    @Test
    void remaindersGoToTheEarliest() {
        assertThat(aprilAndMay().actual("2020-06-30", "1100").usages()).containsExactly("34", "33", "33");
    }

    @Test
    void customerReadingInMidGapSplitsIt() {
        assertThat(aprilAndMay()
                        .customer("2020-05-01", "1100")
                        .actual("2020-05-31", "1300")
                        .usages())
                .containsExactly("100", "200");
    }

    @Test
    void readingInsideABilledPeriod() {
        // 90 to 16 April; 180 over the 45 days after it: 60 for April, 120 for May
        assertThat(aprilAndMay()
                        .customer("2020-04-16", "1090")
                        .actual("2020-05-31", "1270")
                        .usages())
                .containsExactly("150", "120");
    }

    @Test
    void customerReadingsNeitherOpenNorCloseAGap() {
        assertThat(aprilAndMay()
                        .customer("2020-03-20", "5")
                        .actual("2020-05-31", "1300")
                        .customer("2020-06-15", "7")
                        .usages())
                .containsExactly("150", "150");
    }

    @Test
    void currentPeriodAbsent() {
        Settled settled = april().actual("2020-05-01", "1150").settled();
        assertThat(settled.periods()).extracting(SettledPeriod::kind).containsExactly(Kind.SETTLED);
        assertThat(settled.dueNow()).isEqualTo(settled.trueUp());
    }

    @Test
    void nothingBilled() {
        Settled settled = new GapExample()
                .actual("2020-04-01", "1000")
                .actual("2020-05-01", "1150")
                .settled();
        assertThat(settled.periods()).extracting(SettledPeriod::kind).containsExactly(Kind.CURRENT);
        assertThat(settled.trueUp()).isEqualTo(Amounts.ZERO);
        assertThat(settled.outcome()).isEqualTo(Outcome.NONE);
        assertThat(settled.dueNow().total()).isEqualTo(Money.parse("164.41"));
    }

    @Test
    void billedPeriodThatOutlastsTheLastReadingKeepsItsEstimateForTheDaysLeft() {
        GapExample gap = new GapExample()
                .actual("2020-04-01", "1000")
                .billed("2020-04-01", "2020-05-01", "121")
                .actual("2020-04-16", "1045");
        assertThat(gap.usages()).containsExactly("106"); // 45, and 121 x 15/30 = 60.5, half-up 61
        assertThat(gap.settled().periods().getFirst().kind()).isEqualTo(Kind.OPEN);
        assertThat(gap.settled().usage()).isEqualTo(Decimal.of(45));
    }

    @Test
    void periodBegunAfterTheLastReadingStaysAsItWasBilled() {
        Settled settled = aprilAndMay().actual("2020-05-01", "1150").settled();
        assertThat(settled.periods())
                .extracting(period -> period.usage().toString())
                .containsExactly("150", "120");
        assertThat(settled.periods().get(1).difference().total()).isEqualTo(Money.ZERO);
        // the lump is in the last period begun before the last reading, and May is in every total
        assertThat(settled.proof().cheapest().usage()).containsExactly(Decimal.of(150), Decimal.of(120));
        assertThat(settled.proof().lump()).isEqualTo(settled.proof().monthWise());
    }

    @Test
    void leftoverOfAFractionalMultiplierGoesToTheLastPart() {
        assertThat(aprilAndMay()
                        .register(null, 0, "0.5")
                        .actual("2020-05-31", "1007")
                        .usages())
                .containsExactly("2", "1.5"); // 3.5: three steps by days, and the half
    }

    @Test
    void leftoverInMidGapStaysBeforeTheReadingButNotInTheLump() {
        Settled settled = aprilAndMay()
                .register(null, 0, "0.5")
                .customer("2020-05-01", "1301")
                .actual("2020-05-31", "1600")
                .settled();
        assertThat(settled.periods())
                .extracting(period -> period.usage().toString())
                .containsExactly("150.5", "149.5");
        // 300 in block 4: 300 x 1.1193 x 1.14; levy 45; fixed 2 x 9.298
        assertThat(settled.proof().lump()).isEqualTo(Money.parse("446.40")); // 382.8006 + 45 + 18.596
    }

    @Test
    void litresOfAMeterWithThreeDecimals() {
        assertThat(aprilAndMay()
                        .register(5, 3, "1")
                        .actual("2020-05-31", "1001.001")
                        .usages())
                .containsExactly("0.501", "0.5");
    }

    @Test
    void rolloverInsideTheGap() {
        assertThat(new GapExample()
                        .register(5, 0, "1")
                        .actual("2020-04-01", "99990")
                        .billed("2020-04-01", "2020-05-01", "120")
                        .actual("2020-05-01", "12")
                        .usages())
                .containsExactly("22");
    }

    @Test
    void exchangeInsideTheGap() {
        assertThat(april().exchange("2020-04-20", "1100", "5")
                        .actual("2020-05-01", "45")
                        .usages())
                .containsExactly("140");
    }

    @Test
    void shapeOfTheEstimatesWithTheCurrentPeriodAtTheBilledDailyAverage() {
        // 100 and 200 billed for 60 days: 5 a day, 150 for the 30 days of the current period
        assertThat(new GapExample()
                        .policy(new AllocationPolicy.EstimateShape())
                        .actual("2020-04-01", "1000")
                        .billed("2020-04-01", "2020-05-01", "100")
                        .billed("2020-05-01", "2020-05-31", "200")
                        .actual("2020-06-30", "1900")
                        .usages())
                .containsExactly("200", "400", "300");
    }

    @Test
    void shapeOfEstimatesThatAreAllZeroIsByDays() {
        assertThat(new GapExample()
                        .policy(new AllocationPolicy.EstimateShape())
                        .actual("2020-04-01", "1000")
                        .billed("2020-04-01", "2020-05-01", "0")
                        .billed("2020-05-01", "2020-05-31", "0")
                        .actual("2020-05-31", "1301")
                        .usages())
                .containsExactly("151", "150");
    }

    @Test
    void favourableKeepsAMonthOutOfTheSelectiveBlocks() {
        GapExample gap = aprilAndMay().actual("2020-05-31", "1302").policy(favourable("0.1"));
        // 151 and 151 by days. Every 100 to 150 beside 152 to 202 costs 84.96 - 102.20 + 302 x 1.0220 = 291.404;
        // nearest to days are 150 and 152, of the two orders the one with more in the earlier month
        assertThat(gap.usages()).containsExactly("152", "150");
        Proof proof = gap.settled().proof();
        assertThat(proof.monthWise()).isEqualTo(Money.parse("350.80")); // 291.404 x 1.14 + 2 x 9.298
        assertThat(proof.cheapest()).isEqualTo(division("350.80", "152", "150"));
    }

    @Test
    void favourableWithoutToleranceIsByDays() {
        assertThat(aprilAndMay()
                        .actual("2020-05-31", "1302")
                        .policy(favourable("0"))
                        .usages())
                .containsExactly("151", "151");
    }

    @Test
    void theLargestVolumeThatIsTakenCanBeSettled() {
        Settled settled = aprilAndMay()
                .register(null, 6, "1")
                .actual("2020-06-30", "999999999999.999999")
                .policy(favourable("0.1"))
                .settled();
        assertThat(settled.proof().cheapest().total())
                .isLessThanOrEqualTo(settled.proof().monthWise());
    }

    // What is held

    @Test
    void gapStartsLaterThanTheFirstReading() {
        assertThat(new GapExample()
                        .actual("2020-04-01", "1000")
                        .billed("2020-04-03", "2020-05-01", "120")
                        .actual("2020-05-01", "1150")
                        .reasons())
                .containsExactly(HoldReason.BILLED_GAP);
    }

    @Test
    void gapStartsEarlierThanTheFirstReading() {
        assertThat(new GapExample()
                        .actual("2020-04-01", "1000")
                        .billed("2020-03-30", "2020-05-01", "120")
                        .actual("2020-05-01", "1150")
                        .reasons())
                .containsExactly(HoldReason.BILLED_OVERLAP);
    }

    @Test
    void billedPeriodsOverlapOrLeaveAHole() {
        assertThat(april().billed("2020-04-30", "2020-05-31", "1")
                        .actual("2020-05-31", "1150")
                        .reasons())
                .containsExactly(HoldReason.BILLED_OVERLAP);
        assertThat(april().billed("2020-05-02", "2020-05-31", "1")
                        .actual("2020-05-31", "1150")
                        .reasons())
                .containsExactly(HoldReason.BILLED_GAP);
    }

    @Test
    void onlyOneActualReading() {
        assertThat(april().customer("2020-05-01", "1150").reasons()).containsExactly(HoldReason.NO_ACTUAL_READING);
    }

    @Test
    void lowerReadingWithoutDigits() {
        assertThat(april().actual("2020-05-01", "990").reasons()).containsExactly(HoldReason.READING_LOWER);
    }

    @Test
    void everyKindOfFaultIsTold() {
        assertThat(new GapExample()
                        .actual("2020-04-01", "1000")
                        .billed("2020-04-03", "2020-05-01", "120")
                        .actual("2020-05-01", "990")
                        .reasons())
                .containsExactly(HoldReason.READING_LOWER, HoldReason.BILLED_GAP);
    }

    private static AllocationPolicy favourable(String tolerance) {
        return new AllocationPolicy.Favourable(Decimal.parse(tolerance));
    }

    private static String net(SettledPeriod period, String component) {
        return String.valueOf(period.due().byComponent().orElseThrow().get(component));
    }

    private static Proof.Division division(String total, String... usage) {
        return new Proof.Division(
                Money.parse(total), List.of(usage).stream().map(Decimal::parse).toList());
    }
}
