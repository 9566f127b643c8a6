package org.taswiya.core.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

class AllocationTest {

    @Test
    void tiesOfTheLargestRemainderGoToTheEarliest() {
        assertThat(Allocation.byWeights(10, new long[] {30, 30, 30})).containsExactly(4, 3, 3); // 3 1/3 each
        assertThat(Allocation.byWeights(11, new long[] {30, 30, 30})).containsExactly(4, 4, 3); // 3 2/3 each
        assertThat(Allocation.byWeights(1, new long[] {31, 31})).containsExactly(1, 0);
    }

    @Test
    void largestRemainderFirst() {
        // 100 over 91 days: 32.97, 34.07, 32.97; two left over for the two at .97
        assertThat(Allocation.byWeights(100, new long[] {30, 31, 30})).containsExactly(33, 34, 33);
        // 10 over 1:1:7: 1.11, 1.11, 7.78
        assertThat(Allocation.byWeights(10, new long[] {1, 1, 7})).containsExactly(1, 1, 8);
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        assertThat(Allocation.byWeights(7, new long[] {0, 31, 0})).containsExactly(0, 7, 0);
        assertThat(Allocation.byWeights(0, new long[] {31, 30})).containsExactly(0, 0);
    }

    @Test
    void exactRatiosAsWeights() {
        // estimates of 120 cut to 15 of 30 days, and 90 whole: 60 to 90
        List<Fraction> weights = List.of(Fraction.of(120 * 15, 30), Fraction.of(90));
        assertThat(Allocation.byWeights(50, weights)).containsExactly(20, 30);
    }

    @Test
    void theLargestUsageInTheFinestSteps() {
        Fraction estimate = Fraction.of(Decimal.parse("999999999999.999999"));
        List<Fraction> weights =
                List.of(estimate.times(Fraction.of(13, 28)), estimate.times(Fraction.of(17, 31)), estimate);
        assertThat(Allocation.byWeights(1_000_000_000_000_000_000L, weights))
                .satisfies(parts -> assertThat(parts[0] + parts[1] + parts[2]).isEqualTo(1_000_000_000_000_000_000L));
    }

    @Test
    void noWeightAtAllIsAFault() {
        assertThatThrownBy(() -> Allocation.byWeights(5, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
