package org.taswiya.core.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// A quarter of one per cent, half up to the centime, at the centime's edges.
final class StampDutyTest {
    private static final StampDuty QUARTER = new StampDuty(Decimal.parse("0.0025"));

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0.00,0.00,nothing bears nothing",
        "1.99,0.00,the last amount below half a centime",
        "2.00,0.01,half a centime goes up",
        "5.99,0.01,below one and a half",
        "6.00,0.02,one and a half goes up",
        "100.00,0.25,a round amount",
        "382.52,0.96,a bill of December 2021",
    })
    void onAnAmount(String amount, String duty, String trap) {
        assertThat(QUARTER.on(Money.parse(amount))).isEqualTo(Money.parse(duty));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1.99,1.99,no duty yet",
        "2.00,1.99,a centime is left: two dirhams cost 2.01",
        "2.01,2.00,and with it they are paid",
        "6.01,5.99,5.99 costs 6.00 and 6.00 costs 6.02: a centime is left",
        "6.02,6.00,the duty has stepped up",
        "100.25,100.00,exactly",
        "0.01,0.01,the smallest",
    })
    void theMostThatCanBePaidOutOfWhatIsHandedOver(String tendered, String amount, String trap) {
        assertThat(QUARTER.mostOutOf(Money.parse(tendered))).isEqualTo(Money.parse(amount));
    }

    /// All of the first hundred dirhams: what is paid and its duty never exceed what is handed over, a centime more
    /// would, and no more than a centime is left.
    @Test
    void noMoreThanACentimeIsLeftOver() {
        for (long tendered = 1; tendered <= 10_000; tendered++) {
            Money most = QUARTER.mostOutOf(Money.ofMinor(tendered));
            long used = QUARTER.with(most).minorUnits();
            assertThat(used).isBetween(tendered - 1, tendered);
            assertThat(QUARTER.with(Money.ofMinor(most.minorUnits() + 1)).minorUnits())
                    .isGreaterThan(tendered);
        }
    }

    @Test
    void withoutADutyAllIsPaid() {
        assertThat(StampDuty.NONE.mostOutOf(Money.parse("2.00"))).isEqualTo(Money.parse("2.00"));
        assertThatThrownBy(() -> new StampDuty(Decimal.of(2))).hasMessageContaining("no share");
    }
}
