package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.metering.UsageQuality.ACTUAL;
import static org.taswiya.core.metering.UsageQuality.CUSTOMER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

class OwnReadingsTest {
    private static final DateRange MARCH = range("2020-03-01", "2020-04-01");
    private static final Register FIVE_DIGITS = new Register(5, 0, Decimal.ONE, Unit.CUBIC_METRE);

    /// Readings are a (utility), c (customer), e (estimate) with their day and value; then the estimate of March and
    /// its interval, or nothing.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            readOnTheLastDay        | a 03-01 100, c 04-01 131              | 31 | 31 | 31
            threeOwnInOneMonth      | a 03-01 100, c 03-11 110, c 04-01 152 | 52 | 52 | 52
            theMonthBeforeUnread    | a 02-01 100, c 04-01 160              | 31 | 16 | 62
            ownBeforeAndAfter       | a 02-01 100, c 03-01 129, c 04-01 191 | 62 | 62 | 62
            tenDaysAreCarriedOn     | a 03-01 100, c 03-22 121              | 31 | 26 | 41
            reachesTheMiddle        | a 03-01 100, c 03-17 116              | 31 | 24 | 46
            reachesLess             | a 03-01 100, c 03-16 115              | -  | -  | -
            afterTheMonth           | a 03-01 100, c 05-01 161              | 31 | 16 | 62
            onTheFirstDayAlone      | a 02-01 100, c 03-01 129              | -  | -  | -
            lowerThanBefore         | a 03-01 100, c 04-01 90               | -  | -  | -
            roundTheDial            | a 03-01 99990, c 04-01 10             | -  | -  | -
            moreThanTheDialHas      | a 03-01 100, c 04-01 100000           | -  | -  | -
            anEstimateShowsNothing  | a 03-01 100, e 04-01 131              | -  | -  | -
            nothingOpensTheGap      | c 03-01 100, c 04-01 131              | -  | -  | -
            readByUsSince           | a 02-01 100, c 02-20 500, a 03-01 129, c 04-01 160 | 31 | 31 | 31
            nothingUsed             | a 03-01 100, c 04-01 100              | 0  | 0  | 0
            """)
    void theEstimateIsWhatOwnReadingsShow(
            String trap, String readings, @Nullable Integer quantity, @Nullable Integer low, @Nullable Integer high) {
        OwnReadings own = OwnReadings.of(FIVE_DIGITS, readings(readings), List.of());
        if (quantity == null || low == null || high == null) {
            assertThat(estimate(own, _ -> 0)).isEmpty();
        } else {
            Estimate estimate = estimate(own, _ -> 0).orElseThrow();
            assertThat(List.of(estimate.quantity(), estimate.low(), estimate.high()))
                    .containsExactly(Decimal.of(quantity), Decimal.of(low), Decimal.of(high));
            assertThat(estimate.method()).isEqualTo(EstimationMethod.CUSTOMER_READING);
            assertThat(estimate.onEstimates()).isFalse();
        }
    }

    @Test
    void theBasisIsWhatWasReadOfTheseDaysAndNoMore() {
        List<Reading> readings = readings("a 02-01 100, c 03-01 129, c 04-01 191");
        assertThat(estimate(OwnReadings.of(FIVE_DIGITS, readings.reversed(), List.of()), _ -> 0))
                .hasValueSatisfying(estimate ->
                        assertThat(estimate.basis()).containsExactly(new Usage(MARCH, Decimal.of(62), CUSTOMER)));
    }

    @Test
    void anExchangeInBetweenExplainsALowerValue() {
        MeterExchange exchange = new MeterExchange(LocalDate.parse("2020-03-11"), Decimal.of(110), Decimal.ZERO);
        assertThat(estimate(
                        OwnReadings.of(FIVE_DIGITS, readings("a 03-01 100, c 04-01 21"), List.of(exchange)), _ -> 0))
                .hasValueSatisfying(estimate -> assertThat(estimate.quantity()).isEqualTo(Decimal.of(31)));
    }

    @Test
    void aChainGoesOnWhereTheyDoNotReach() {
        Usage lastYear = new Usage(range("2019-03-01", "2019-04-01"), Decimal.of(93), ACTUAL);
        assertThat(byChain("a 03-01 100, c 04-01 131", lastYear).method()).isEqualTo(EstimationMethod.CUSTOMER_READING);
        assertThat(byChain("a 03-01 100, c 03-05 131", lastYear).method()).isEqualTo(EstimationMethod.LAST_YEAR);
    }

    @Test
    void onDaysThatTheyDoNotReachAndNobodyIsThereNothingIsUsed() {
        // one a day up to 22 March, the ten days after it empty: 21, and all of it certain
        OwnReadings own = OwnReadings.of(FIVE_DIGITS, readings("a 03-01 100, c 03-22 121"), List.of());
        assertThat(estimate(own, range -> Math.toIntExact(range.days()))).hasValueSatisfying(estimate -> {
            assertThat(List.of(estimate.quantity(), estimate.low(), estimate.high()))
                    .containsOnly(Decimal.of(21));
            assertThat(estimate.daysEmpty()).isEqualTo(10);
        });
    }

    private static Optional<Estimate> estimate(OwnReadings own, ToIntFunction<DateRange> daysEmpty) {
        return own.estimate(MARCH, daysEmpty, 0, EstimationMethod.EDITION);
    }

    private static Estimate byChain(String readings, Usage past) {
        return new Estimation(
                        List.of(past),
                        List.of(),
                        null,
                        List.of(EstimationMethod.CUSTOMER_READING, EstimationMethod.LAST_YEAR),
                        OwnReadings.of(FIVE_DIGITS, readings(readings), List.of()),
                        null,
                        0,
                        EstimationMethod.EDITION)
                .estimate(MARCH)
                .orElseThrow();
    }

    private static List<Reading> readings(String text) {
        List<Reading> readings = new ArrayList<>();
        for (String one : text.split(", ", -1)) {
            String[] words = one.split(" ", -1);
            LocalDate at = LocalDate.parse("2020-" + words[1]);
            Decimal value = Decimal.of(Long.parseLong(words[2]));
            readings.add(
                    switch (words[0]) {
                        case "a" -> new ActualReading(at, value, "round");
                        case "c" -> new CustomerReading(at, value, "telephone");
                        default -> new EstimatedReading(at, value, "two-years");
                    });
        }
        return readings;
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
