package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;

/// A cost of 128 bits reckons as a whole number of any size does, on both sides of zero and of 64 bits.
class CostLaws {

    private static final String MOST = "1329227995784915872903807060280344576"; // 2^120

    @Property(tries = 2_000)
    void addsAndCompares(
            @ForAll @BigRange(min = "-" + MOST, max = MOST) BigInteger a,
            @ForAll @BigRange(min = "-" + MOST, max = MOST) BigInteger b) {
        assertThat(Cost.of(a).plus(Cost.of(b))).isEqualTo(Cost.of(a.add(b)));
        assertThat(Integer.signum(Cost.of(a).compareTo(Cost.of(b)))).isEqualTo(a.compareTo(b));
        assertThat(Cost.of(a).compareTo(Cost.of(a))).isZero();
    }

    @Property(tries = 2_000)
    void multipliesBySteps(@ForAll long slope, @ForAll @LongRange(min = 0, max = 1L << 60) long steps) {
        BigInteger product = BigInteger.valueOf(slope).multiply(BigInteger.valueOf(steps));
        assertThat(Cost.of(BigInteger.valueOf(slope)).times(steps)).isEqualTo(Cost.of(product));
    }
}
