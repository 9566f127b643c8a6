package org.taswiya.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.taswiya.core.budget.BudgetPlan.AmountFrom;
import org.taswiya.core.budget.Movement.Kind;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// No centime is lost between bills, payments and the end of a plan, in whatever order they come and whatever is taken
/// back.
class BudgetLaws {
    private static final LocalDate START = LocalDate.of(2020, 3, 5);
    private static final BudgetPolicy POLICY =
            new BudgetPolicy(1, Money.parse("1"), 10, 10, 2, Decimal.parse("0.15"), 30);

    /// Of a random life the documents that stand at its end; the sum of what stood and was taken back is kept apart.
    private static List<Movement> life(Random random) {
        List<Movement> standing = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            if (!standing.isEmpty() && random.nextInt(4) == 0) {
                standing.remove(random.nextInt(standing.size()));
            } else {
                Kind kind = random.nextBoolean() ? Kind.BILLED : Kind.PAID;
                LocalDate on = START.plusDays(random.nextInt(500) - 60);
                standing.add(new Movement(kind, on, Money.ofMinor(random.nextInt(30_000) - 2_000)));
            }
        }
        return standing;
    }

    private static BudgetPlan plan(Random random) {
        BudgetOffer.Offered offered = (BudgetOffer.Offered) BudgetOffer.to(
                new BudgetRequest(
                        POLICY,
                        List.of(new BilledYear(
                                "C1", Money.ofMinor(1 + random.nextInt(500_000)), 1 + random.nextInt(365))),
                        Money.ZERO,
                        null,
                        null,
                        false,
                        null,
                        START),
                WorkingDays.ALL);
        LocalDate ended = random.nextInt(3) == 0 ? START.plusDays(random.nextInt(400)) : null;
        return new BudgetPlan(
                1, "1", START, offered.dueDays(), List.of(new AmountFrom(START, offered.monthly())), POLICY, ended);
    }

    private static Money sum(List<Movement> movements, Kind kind, LocalDate to) {
        return movements.stream()
                .filter(one -> one.kind() == kind && !one.on().isAfter(to))
                .map(Movement::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    @Property
    void paymentsAndTheSettlementComeToTheBills(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 480) int later) {
        Random random = new Random(seed);
        List<Movement> movements = life(random);
        LocalDate day = START.plusDays(later);
        BudgetStanding standing = plan(random).standingOn(day, movements);
        assertThat(standing.paid().plus(standing.balance()))
                .isEqualTo(standing.carried().plus(standing.billed()));
        assertThat(standing.balance())
                .isEqualTo(sum(movements, Kind.BILLED, day).minus(sum(movements, Kind.PAID, day)));
    }

    @Property
    void itStandsTheSameInEveryOrder(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 480) int later) {
        Random random = new Random(seed);
        List<Movement> movements = life(random);
        BudgetPlan plan = plan(random);
        BudgetStanding before = plan.standingOn(START.plusDays(later), movements);
        Collections.shuffle(movements, random);
        assertThat(plan.standingOn(START.plusDays(later), movements)).isEqualTo(before);
    }

    @Property
    void twelveAmountsReachAYearAndAreAStepTooMuchAtMost(
            @ForAll @LongRange(min = 1, max = 10_000_000) long cents, @ForAll @IntRange(min = 1, max = 366) int days) {
        BudgetRequest request = new BudgetRequest(
                POLICY,
                List.of(new BilledYear("C1", Money.ofMinor(cents), days)),
                Money.ZERO,
                null,
                null,
                false,
                null,
                START);
        BudgetOffer.Offered offered = (BudgetOffer.Offered) BudgetOffer.to(request, WorkingDays.ALL);
        assertThat(offered.expectedRest()).isLessThanOrEqualTo(Money.ZERO);
        assertThat(offered.expectedRest()).isGreaterThan(Money.parse("-12.01"));
    }

    @Property
    void nothingIsAskedTwice(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 480) int later) {
        Random random = new Random(seed);
        List<Movement> movements = life(random);
        BudgetPlan plan = plan(random);
        BudgetStanding standing = plan.standingOn(START.plusDays(later), movements);
        assertThat(standing.askedFrom()).isAfterOrEqualTo(standing.closedOn());
        assertThat(standing.closedOn()).isBeforeOrEqualTo(plan.yearEnd());
        assertThat(standing.state().isRunning() && !START.plusDays(later).isBefore(standing.closedOn()))
                .isFalse();
    }
}
