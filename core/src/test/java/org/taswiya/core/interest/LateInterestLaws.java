package org.taswiya.core.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.taswiya.core.arrangement.SettledAmount;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;

/// Interest is simple: months add up, parts of an item add up, and no payment and no stopped day makes it more.
class LateInterestLaws {
    private static final LocalDate DUE = LocalDate.of(2020, 2, 20);
    private static final InterestPolicy POLICY =
            new InterestPolicy(List.of(new RateFrom(DUE, Decimal.parse("0.0725"))), 3, Money.ZERO, 18);

    private static LateItem item(long cents, List<SettledAmount> settled, Set<LocalDate> stopped) {
        return new LateItem(ItemKey.bill("B1"), Money.ofMinor(cents), DUE, settled, stopped);
    }

    private static Fraction year(LateItem item) {
        Fraction sum = Fraction.ZERO;
        for (YearMonth month = YearMonth.of(2020, 1); month.getYear() == 2020; month = month.plusMonths(1)) {
            sum = sum.plus(LateInterest.of(POLICY, item, month).exact());
        }
        return sum;
    }

    @Property
    void monthsComeToTheDaysOfTheYear(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long cents) {
        // 24 February to 31 December.
        Fraction expected =
                Money.ofMinor(cents).toFraction().times(Decimal.parse("0.0725")).times(Fraction.of(312, 365));
        assertThat(year(item(cents, List.of(), Set.of()))).isEqualTo(expected);
    }

    @Property
    void partsOfAnItemAddUp(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long one,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long other) {
        assertThat(year(item(one, List.of(), Set.of())).plus(year(item(other, List.of(), Set.of()))))
                .isEqualTo(year(item(one + other, List.of(), Set.of())));
    }

    @Property
    void noPaymentAndNoStoppedDayMakesItMore(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 12) int month) {
        Random random = new Random(seed);
        List<SettledAmount> settled = new ArrayList<>();
        Set<LocalDate> stopped = new HashSet<>();
        YearMonth of = YearMonth.of(2020, month);
        Fraction last =
                LateInterest.of(POLICY, item(50_000, settled, stopped), of).exact();
        for (int i = 0; i < 10; i++) {
            if (random.nextBoolean()) {
                settled.add(new SettledAmount(
                        DUE.plusDays(random.nextInt(300)), Money.ofMinor(1 + random.nextInt(10_000))));
            } else {
                stopped.add(DUE.plusDays(random.nextInt(300)));
            }
            Collections.shuffle(settled, random);
            Fraction next =
                    LateInterest.of(POLICY, item(50_000, settled, stopped), of).exact();
            assertThat(next).isLessThanOrEqualTo(last);
            assertThat(next.signum()).isNotNegative();
            last = next;
        }
    }
}
