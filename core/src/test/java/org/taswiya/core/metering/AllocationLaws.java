package org.taswiya.core.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.quantity.Fraction;

/// Whole weights divide as the same weights in exact ratios do, whether or not their products fit 64 bits.
class AllocationLaws {

    @Property(tries = 2_000)
    void wholeWeightsDivideAsRatiosDo(
            @ForAll @LongRange(min = 0, max = 1L << 60) long total,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 1000) Long> weights) {
        Assume.that(weights.stream().anyMatch(weight -> weight > 0));
        long[] whole = weights.stream().mapToLong(Long::longValue).toArray();
        List<Fraction> thirds =
                weights.stream().map(weight -> Fraction.of(weight, 3)).toList();
        long[] parts = Allocation.byWeights(total, whole);
        assertThat(parts).isEqualTo(Allocation.byWeights(total, thirds));
        assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
    }
}
