package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What is expected of March 2020, from last year's March (93 kWh) and a last quarter of four a day.
class ExpectedUseTest {
    private static final DateRange MARCH = range("2020-03-01", "2020-04-01");
    private static final List<Usage> PAST = List.of(
            usage("2019-03-01", "2019-04-01", 93, UsageQuality.ACTUAL),
            usage("2019-11-30", "2020-03-01", 368, UsageQuality.ACTUAL));

    @Test
    void halfOfTheLessToDoubleOfTheMoreOfLastYearAndTheLastQuarter() {
        assertThat(expected(PAST))
                .contains(new ExpectedUse(
                        MARCH,
                        Decimal.of(47), // 93 / 2, half-up
                        Decimal.of(93),
                        Decimal.of(248), // 4 x 31 x 2
                        EstimationMethod.LAST_YEAR,
                        false));
    }

    @Test
    void estimatesAndWhatIsBelowZeroFeedNoForecast() {
        List<Usage> more = new ArrayList<>(PAST);
        more.add(usage("2020-02-01", "2020-03-01", -9_999, UsageQuality.ACTUAL));
        more.add(usage("2019-03-01", "2019-04-01", 9_999, UsageQuality.ESTIMATED));
        more.add(usage("2019-11-30", "2020-03-01", 9_999, UsageQuality.CUSTOMER));
        assertThat(expected(more)).isEqualTo(expected(PAST)).isPresent();
        assertThat(expected(more.subList(2, 5))).isEmpty();
    }

    @Test
    void nothingIsExpectedWhereNobodyIs() {
        Optional<ExpectedUse> empty = ExpectedUse.of(MARCH, PAST, List.of(MARCH), null, 0);
        assertThat(empty).hasValueSatisfying(expected -> {
            assertThat(expected.high()).isEqualTo(Decimal.ZERO);
            assertThat(expected.method()).isEqualTo(EstimationMethod.VACANT);
        });
    }

    @Test
    void aClassThatHasShownNothingChangesNothing() {
        ClassUse nothing = new ClassUse(MARCH, null, null, null, Map.of(), Ratio.ONE);
        assertThat(ExpectedUse.of(MARCH, PAST, List.of(), nothing, 0)).isEqualTo(expected(PAST));
    }

    private static Optional<ExpectedUse> expected(List<Usage> past) {
        return ExpectedUse.of(MARCH, past, List.of(), null, 0);
    }

    private static Usage usage(String from, String to, long quantity, UsageQuality quality) {
        return new Usage(range(from, to), Decimal.of(quantity), quality);
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
