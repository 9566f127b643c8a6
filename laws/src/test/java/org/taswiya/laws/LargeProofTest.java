package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.Settlement;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.laws.reference.Ratio;
import org.taswiya.laws.reference.ReferenceAllocation;
import org.taswiya.laws.reference.ReferenceRating;

/// A year's proof agrees with a plain table of every division, ties included.
class LargeProofTest {

    private static final int MONTHS = 12;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    /// Prices of four decimals, taxes of three, bounds by days/30: in these units every cost is whole.
    private static final Ratio COST_UNITS = Ratio.of(300_000_000L, 1);

    @ParameterizedTest(name = "tariff of seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aYearOfAThousandUnits(long seed) {
        agree(seed, 1_000);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "taswiya.long",
            matches = "true",
            disabledReason = "the long form runs with -Dtaswiya.long=true: ten thousand million divisions a month")
    void aYearOfAHundredThousandUnits() {
        agree(7, 100_000);
    }

    private static void agree(long seed, int units) {
        Random random = new Random(seed);
        List<Integer> tape = random.ints(200, 0, 1_000_000).boxed().toList();
        Tariff tariff = RandomTariff.draw(new Choices(tape), 0, units / MONTHS);
        Settled settled = settle(tariff, units);
        long[] days = settled.periods().stream()
                .mapToLong(period -> period.usage().steps(0))
                .toArray();
        List<LongUnaryOperator> costs = new ArrayList<>();
        List<LongUnaryOperator> savings = new ArrayList<>();
        for (SettledPeriod period : settled.periods()) {
            long[] table = costs(new ReferenceRating(tariff, period.range(), 1), units);
            costs.add(step -> table[(int) step]);
            savings.add(step -> -table[(int) step]);
        }
        Proof proof = settled.proof();
        assertThat(steps(proof.cheapest())).isEqualTo(ReferenceAllocation.plainTable(units, days, costs));
        assertThat(steps(proof.dearest())).isEqualTo(ReferenceAllocation.plainTable(units, days, savings));
    }

    private static Settled settle(Tariff tariff, int units) {
        List<BilledPeriod> billed = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            DateRange range = DateRange.of(START.plusMonths(month), START.plusMonths(month + 1));
            billed.add(BilledPeriod.estimated(range, Decimal.ONE, null));
        }
        List<Reading> readings = List.of(
                new Reading.ActualReading(START, Decimal.ZERO, ""),
                new Reading.ActualReading(START.plusMonths(MONTHS), Decimal.of(units), ""));
        return (Settled) Settlement.settle(new SettlementCase(
                tariff,
                1,
                Register.simple(Unit.KILOWATT_HOUR),
                readings,
                List.of(),
                billed,
                List.of(),
                new AllocationPolicy.ByDays(),
                null));
    }

    private static long[] costs(ReferenceRating tariff, int units) {
        long[] costs = new long[units + 1];
        Arrays.setAll(costs, step -> wholeCost(tariff.rate(Ratio.of(step, 1)).unroundedTotal()));
        return costs;
    }

    private static long wholeCost(Ratio cost) {
        Ratio whole = cost.times(COST_UNITS);
        assertThat(whole.denominator()).isOne();
        return whole.numerator().longValueExact();
    }

    private static long[] steps(Proof.Division division) {
        return division.usage().stream().mapToLong(usage -> usage.steps(0)).toArray();
    }
}
