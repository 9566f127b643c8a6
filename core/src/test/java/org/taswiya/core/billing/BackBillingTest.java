package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.example.GapExample;
import org.taswiya.core.quantity.Money;

/// How far back a shortfall may be charged: `exact.md` 16.
class BackBillingTest {

    private static final LocalDate LIMIT = LocalDate.of(2020, 5, 21);
    private static final DateRange MAY = GapExample.range("2020-05-01", "2020-05-31"); // 30 days, 10 from the limit on
    private static final Amounts SHORTFALL =
            Amounts.itemised(Map.of("energy", Money.parse("10.00")), Map.of("VAT", Money.parse("1.40")));

    private final BackBilling limit = new BackBilling(LIMIT);

    @ParameterizedTest(name = "{0} months before {1} is {2}")
    @CsvSource({
        "12, 2020-06-30, 2019-06-30", // BACKBILL-UK-12M
        "1, 2020-03-31, 2020-02-29", // a day that the month lacks becomes its last
        "12, 2020-02-29, 2019-02-28",
        "14, 2020-04-30, 2019-02-28",
        "0, 2020-06-30, 2020-06-30"
    })
    void monthsBeforeAnAnchor(int months, LocalDate anchor, LocalDate expected) {
        assertThat(BackBilling.monthsBefore(months, anchor).limit()).isEqualTo(expected);
    }

    @Test
    void aPeriodFromTheLimitOnIsChargedInFull() {
        DateRange period = GapExample.range("2020-05-21", "2020-06-21");
        assertThat(limit.chargeable(period, SHORTFALL)).isEqualTo(SHORTFALL);
    }

    @Test
    void aPeriodThatEndsAtTheLimitIsNotCharged() {
        Amounts chargeable = limit.chargeable(GapExample.range("2020-04-21", "2020-05-21"), SHORTFALL);
        assertThat(chargeable.total()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPeriodThatTheLimitCrossesIsCutByDaysInTheCustomersFavour() {
        Amounts chargeable = limit.chargeable(MAY, SHORTFALL);
        assertThat(chargeable.net()).isEqualTo(Money.parse("3.33")); // 10.00 x 10/30 = 3.333...
        assertThat(chargeable.tax()).isEqualTo(Money.parse("0.46")); // 1.40 x 10/30 = 0.4666...
    }

    @Test
    void aComponentBilledTooMuchIsCutInTheCustomersFavourToo() {
        Amounts mixed = Amounts.itemised(
                Map.of("energy", Money.parse("10.00"), "rental", Money.parse("-1.00")),
                Map.of("VAT", Money.parse("1.40")));
        Amounts chargeable = limit.chargeable(MAY, mixed);
        // 3.33 and -0.34, not -0.33
        assertThat(chargeable.net()).isEqualTo(Money.parse("2.99"));
    }

    @Test
    void totalsAreCutEachByItself() {
        Amounts chargeable = limit.chargeable(MAY, Amounts.totals(Money.parse("10.00"), Money.parse("1.40")));
        assertThat(chargeable).isEqualTo(Amounts.totals(Money.parse("3.33"), Money.parse("0.46")));
    }

    @Test
    void aCreditIsNeverCut() {
        Amounts credit = Amounts.itemised(
                Map.of("energy", Money.parse("-10.00"), "rental", Money.parse("3.00")),
                Map.of("VAT", Money.parse("-1.40")));
        assertThat(limit.chargeable(MAY, credit)).isEqualTo(credit);
        assertThat(limit.chargeable(GapExample.range("2019-05-01", "2019-05-31"), credit))
                .isEqualTo(credit);
    }

    @Test
    void whatIsCutIsWrittenOffAndTheDifferenceStaysWhatItWas() {
        var settled = new GapExample()
                .actual("2020-04-01", "1000")
                .actual("2020-06-30", "1450")
                .billed("2020-04-01", "2020-05-01", "120")
                .billed("2020-05-01", "2020-05-31", "120")
                .limit(limit)
                .settled();
        // each billed month is short of 30.66 energy and 4.29 VAT; April is lost, a third of May is left
        assertThat(settled.periods().getFirst().difference().total()).isEqualTo(Money.parse("34.95"));
        assertThat(settled.trueUp().net()).isEqualTo(Money.parse("10.22")); // 30.66 / 3
        assertThat(settled.trueUp().tax()).isEqualTo(Money.parse("1.43")); // 4.29 / 3
        assertThat(settled.writtenOff().total()).isEqualTo(Money.parse("58.25")); // 2 x 34.95 - 11.65
    }

    @Test
    void theCurrentPeriodMayBeCutToo() {
        var settled = new GapExample()
                .actual("2020-04-01", "1000")
                .actual("2020-05-01", "1150")
                .limit(new BackBilling(LocalDate.of(2020, 5, 1)))
                .settled();
        assertThat(settled.dueNow().total()).isEqualTo(Money.ZERO);
        assertThat(settled.writtenOff().total()).isEqualTo(Money.parse("164.41")); // 143.96 + 20.45
    }
}
