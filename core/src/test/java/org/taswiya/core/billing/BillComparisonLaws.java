package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.quantity.Money;

/// Whatever two bills were made from, the parts of a comparison add up to the difference of their totals.
class BillComparisonLaws {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    private static ComparedBills bill(int begun, int days, int used, int households, int estimated) {
        LocalDate from = FIRST.plusDays(begun);
        ComparedBills bill = ComparedBills.of(
                        from.toString(),
                        from.plusMonths(estimated).plusDays(days).toString(),
                        used)
                .servingHouseholds(households);
        return estimated == 0 ? bill : bill.afterEstimates(estimated, 130);
    }

    @Property(tries = 300)
    void partsAddUp(
            @ForAll @IntRange(max = 1000) int begun,
            @ForAll @IntRange(min = 1, max = 70) int days,
            @ForAll @IntRange(max = 1500) int used,
            @ForAll @IntRange(max = 1000) int begunLater,
            @ForAll @IntRange(min = 1, max = 70) int daysLater,
            @ForAll @IntRange(max = 1500) int usedLater,
            @ForAll @IntRange(min = 1, max = 3) int households,
            @ForAll @IntRange(max = 3) int estimated) {
        BillComparison compared = bill(begun, days, used, 1, 0)
                .with(bill(begunLater, daysLater, usedLater, households, estimated))
                .orElseThrow();
        Money sum = compared.parts().stream().map(BillComparison.Part::amount).reduce(Money.ZERO, Money::plus);
        assertThat(sum).isEqualTo(compared.now().total().minus(compared.before().total()));
        assertThat(compared.parts()).noneMatch(part -> part.amount().isZero());
    }

    @Property(tries = 100)
    void aBillComparedWithItselfHasNoParts(
            @ForAll @IntRange(max = 1000) int begun,
            @ForAll @IntRange(min = 1, max = 70) int days,
            @ForAll @IntRange(max = 1500) int used) {
        ComparedBills bill = bill(begun, days, used, 2, 0);
        assertThat(bill.with(bill).orElseThrow().parts()).isEmpty();
    }
}
