package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.metering.UsageQuality.ACTUAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;

class AnnualVolumeTest {
    private static final DateRange MARCH = range("2020-03-01", "2020-04-01");
    private static final long ONE = 1_000_000;

    /// Twice as much in January to March as in the months after: 90 days of 2 and 275 of 1 are 455 in a year.
    private static final ClassUse WINTER = ClassUse.ofFigures(
            MARCH, Map.of("months", List.of(2 * ONE, 2 * ONE, 2 * ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE)));

    @Test
    void aNewCustomersYearIsDividedAsTheClassUsesIt() {
        // 910 a year: 910 / 455 x 2 = 4 a day in March
        assertThat(quantity(Decimal.of(910), WINTER)).isEqualTo(Decimal.of(124));
    }

    @Test
    void whereTheClassIsUnknownEveryDayIsLikeEveryOther() {
        assertThat(quantity(Decimal.of(730), null)).isEqualTo(Decimal.of(62));
        ClassUse withoutJune = ClassUse.ofFigures(
                MARCH, Map.of("months", List.of(ONE, ONE, ONE, ONE, ONE, -1L, ONE, ONE, ONE, ONE, ONE, 9 * ONE)));
        assertThat(quantity(Decimal.of(730), withoutJune)).isEqualTo(Decimal.of(62));
    }

    @Test
    void halfAYearOfTheMetersOwnOutweighsWhatIsStated() {
        // 3 a day from September on, of the 365 days before March 183 are known: 3 x 2 x 365 / 455 x 31 = 149.2
        Usage halfYear = usage("2019-08-31", "2020-03-01", 549);
        assertThat(quantity(Decimal.of(910), WINTER, halfYear)).isEqualTo(Decimal.of(149));
        Usage less = usage("2019-09-02", "2020-03-01", 543);
        assertThat(quantity(Decimal.of(910), WINTER, less)).isEqualTo(Decimal.of(124));
    }

    @Test
    void nothingStatedAndNothingKnownIsNoEstimate() {
        assertThat(estimation(null, WINTER).estimate(MARCH)).isEmpty();
    }

    @Test
    void aSetIsMeasuredByTheSameMethod() {
        // as in a run: 2 a day all year, of a class that uses as much every day
        List<PastUse> meters = List.of(PastUse.of(List.of(usage("2018-01-01", "2020-03-01", 1580))));
        assertThat(ClassEstimates.learn(EstimationMethod.ANNUAL_VOLUME, meters, MARCH)
                        .of(meters.getFirst(), ClassFactor.learn(MARCH, List.of()), 0))
                .hasValueSatisfying(use -> assertThat(use.quantity()).isEqualTo(Decimal.of(62)));
    }

    private static Decimal quantity(@Nullable Decimal volume, @Nullable ClassUse ofClass, Usage... history) {
        return estimation(volume, ofClass, history)
                .estimate(MARCH)
                .orElseThrow()
                .quantity();
    }

    private static Estimation estimation(@Nullable Decimal volume, @Nullable ClassUse ofClass, Usage... history) {
        return new Estimation(
                List.of(history),
                List.of(),
                ofClass,
                List.of(EstimationMethod.ANNUAL_VOLUME),
                OwnReadings.NONE,
                volume,
                0,
                EstimationMethod.EDITION);
    }

    private static Usage usage(String from, String to, long quantity) {
        return new Usage(range(from, to), Decimal.of(quantity), ACTUAL);
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
