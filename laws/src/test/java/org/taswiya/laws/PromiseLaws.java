package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.Settlement;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.laws.reference.Ratio;
import org.taswiya.laws.reference.ReferenceRating;
import org.taswiya.laws.reference.Sums;

/// What a settlement promises to the customer, whatever the tariff, the history and the gap.
class PromiseLaws {

    private static final LocalDate LIMIT = RandomTariff.CHANGES_FROM.plusDays(120);

    @Property(tries = 700)
    void settledEqualsReadingEveryMonth(@ForAll("sound") SettlementCase input) {
        Settled settled = settledOrSkip(input);
        Sums everyMonth = Sums.NONE;
        Sums inTheEnd = Sums.of(settled.dueNow());
        for (SettledPeriod period : settled.periods()) {
            everyMonth = everyMonth.plus(new ReferenceRating(input.tariff(), period.range(), input.households())
                    .rate(Ratio.of(period.usage()))
                    .sums());
            inTheEnd = inTheEnd.plus(Sums.of(period.billed()));
        }
        assertThat(inTheEnd.total()).isEqualByComparingTo(everyMonth.total());
        assertThat(inTheEnd.tax()).isEqualByComparingTo(everyMonth.tax());
        if (inTheEnd.byComponent() != null) {
            assertThat(inTheEnd).isEqualTo(everyMonth);
        }
        reached(settled.outcome().name(), "CHARGE", "CREDIT", "NONE");
    }

    @Property(tries = 700)
    void nothingNewGivesZero(@ForAll("closed") SettlementCase input) {
        Assume.that(!(input.allocation() instanceof AllocationPolicy.EstimateShape) || isPlain(input));
        Settled settled = settledOrSkip(input);
        for (boolean stated : new boolean[] {true, false}) {
            Settled again = settledOrSkip(Variants.afterBilling(input, settled, stated));
            assertThat(Sums.of(again.trueUp())).isEqualTo(Sums.NONE);
            assertThat(Sums.of(again.dueNow())).isEqualTo(Sums.NONE);
            assertThat(again.outcome()).isEqualTo(SettlementOutcome.Outcome.NONE);
            again.periods()
                    .forEach(period -> assertThat(Sums.of(period.difference())).isEqualTo(Sums.NONE));
        }
        reached(input.allocation().code(), "days", "estimate-shape", "favourable");
    }

    /// Whatever policy and estimates are kept: the usage that was estimated stays what it was, and only amounts are
    /// added up. With the settled usage in its place the shape of the estimates, and the part of one that is kept,
    /// would be new.
    @Property(tries = 700)
    void nothingNewGivesZeroWhereTheEstimatesStayOnRecord(@ForAll("sound") SettlementCase input) {
        Settled settled = settledOrSkip(input);
        Settled again = settledOrSkip(Variants.afterBillingWithEstimates(input, settled));
        assertThat(Sums.of(again.dueNow())).isEqualTo(Sums.NONE);
        reached(input.allocation().code(), "days", "estimate-shape", "favourable");
        reached(settled.periods().getLast().kind().name(), "OPEN", "CURRENT", "SETTLED");
    }

    @Property(tries = 700)
    void partsSumToTheWhole(@ForAll("cases") SettlementCase input) {
        Settled settled = settledOrSkip(input);
        Ratio usage = Ratio.ZERO;
        Sums differences = Sums.NONE;
        Sums current = Sums.NONE;
        boolean open = false;
        for (SettledPeriod period : settled.periods()) {
            usage = usage.plus(Ratio.of(period.usage()));
            open |= period.kind() == Kind.OPEN;
            differences = differences.plus(Sums.of(period.difference()));
            current = period.kind() == Kind.CURRENT ? Sums.of(period.chargeable()) : current;
            assertThat(Sums.of(period.billed()).plus(Sums.of(period.difference())))
                    .isEqualTo(
                            period.billed().byComponent().isPresent()
                                    ? Sums.of(period.due())
                                    : totals(Sums.of(period.due())));
        }
        if (!open) {
            assertThat(usage).isEqualTo(Ratio.of(settled.usage()));
        }
        assertThat(Sums.of(settled.trueUp()).plus(current)).isEqualTo(Sums.of(settled.dueNow()));
        assertThat(Sums.of(settled.dueNow()).plus(Sums.of(settled.writtenOff())))
                .isEqualTo(differences);
        reached(open ? "open" : "closed", "open", "closed");
    }

    private static Sums totals(Sums sums) {
        return new Sums(sums.net(), sums.tax(), null, null);
    }

    @Property(tries = 1_000)
    void cheapestAndDearestAreTheEnds(@ForAll("cases") SettlementCase input) {
        Settled settled = settledOrSkip(input);
        var proof = settled.proof();
        assertThat(proof.cheapest().total())
                .isLessThanOrEqualTo(proof.monthWise())
                .isLessThanOrEqualTo(proof.lump());
        assertThat(proof.dearest().total())
                .isGreaterThanOrEqualTo(proof.monthWise())
                .isGreaterThanOrEqualTo(proof.lump());
        for (var division : List.of(proof.cheapest(), proof.dearest())) {
            assertThat(sum(division.usage())).isEqualTo(sum(usages(settled)));
            assertThat(division.usage()).allMatch(usage -> usage.signum() >= 0);
            assertThat(Sums.money(division.total()))
                    .isEqualTo(unrounded(input, settled, division.usage()).halfUp(2));
        }
        boolean matters = proof.cheapest().total().compareTo(proof.dearest().total()) < 0;
        reached(matters ? "division matters" : "division costs the same", "division matters");
    }

    @Property(tries = 800)
    void favourableIsNeverDearerThanDaysAndKeepsItsTolerance(@ForAll("sound") SettlementCase input) {
        Assume.that(input.allocation() instanceof AllocationPolicy.Favourable);
        Settled favourable = settledOrSkip(input);
        Settled days = settledOrSkip(Variants.withPolicy(input, new AllocationPolicy.ByDays()));
        Ratio cost = unrounded(input, favourable, usages(favourable));
        Ratio costByDays = unrounded(input, days, usages(days));
        assertThat(cost).isLessThanOrEqualTo(costByDays);
        assertThat(sum(usages(favourable))).isEqualTo(sum(usages(days)));
        Ratio tolerance = Ratio.of(((AllocationPolicy.Favourable) input.allocation()).tolerance());
        for (int i = 0; i < days.periods().size(); i++) {
            Ratio share = Ratio.of(usages(days).get(i));
            Ratio moved = Ratio.of(usages(favourable).get(i)).minus(share);
            assertThat(moved).isLessThanOrEqualTo(share.times(tolerance));
            assertThat(moved).isGreaterThanOrEqualTo(Ratio.ZERO.minus(share.times(tolerance)));
        }
        reached(cost.compareTo(costByDays) < 0 ? "cheaper" : "the same", "cheaper", "the same");
    }

    @Property(tries = 600)
    void orderOfArrivalChangesNothing(@ForAll("arrivals") Tuple2<SettlementCase, SettlementCase> arrivals) {
        SettlementOutcome outcome = Settlement.settle(arrivals.get1());
        SettlementOutcome other = Settlement.settle(arrivals.get2());
        assertThat(AsReference.answer(other)).isEqualTo(AsReference.answer(outcome));
        if (outcome instanceof SettlementOutcome.HeldSettlement) {
            assertThat(other).isEqualTo(outcome);
        }
        reached(outcome instanceof Settled ? "settled" : "held", "settled", "held");
    }

    @Property(tries = 800)
    void aCorrectionInStepsEndsWhereTheFinalReadingsDo(@ForAll("closed") SettlementCase input) {
        Assume.that(!(input.allocation() instanceof AllocationPolicy.EstimateShape));
        SettlementCase corrected = Variants.corrected(input);
        Settled once = settledOrSkip(corrected);
        Settled first = settledOrSkip(input);
        Settled second = settledOrSkip(Variants.afterBilling(corrected, first, true));
        Sums steps = Sums.of(first.dueNow()).plus(Sums.of(second.dueNow()));
        assertThat(steps.total()).isEqualByComparingTo(Sums.of(once.dueNow()).total());
        if (steps.byComponent() != null) {
            assertThat(steps).isEqualTo(Sums.of(once.dueNow()));
        }
        String change = second.trueUp().total().signum() < 0 ? "corrected downwards" : "corrected upwards";
        reached(second.trueUp().total().isZero() ? "same" : change, "corrected downwards", "corrected upwards");
    }

    @Property(tries = 800)
    void creditsAreNeverCutNorClamped(@ForAll("cases") SettlementCase input) {
        Settled free = settledOrSkip(Variants.withLimit(input, null));
        Settled limited = settledOrSkip(Variants.withLimit(input, new BackBilling(LIMIT)));
        Sums trueUp = Sums.NONE;
        for (int i = 0; i < free.periods().size(); i++) {
            SettledPeriod period = limited.periods().get(i);
            assertThat(period.difference()).isEqualTo(free.periods().get(i).difference());
            if (period.difference().total().signum() <= 0) {
                assertThat(period.chargeable()).isEqualTo(period.difference());
            } else {
                assertThat(period.chargeable().total())
                        .isLessThanOrEqualTo(period.difference().total());
            }
            if (period.kind() != Kind.CURRENT) {
                trueUp = trueUp.plus(Sums.of(period.difference()));
            }
        }
        assertThat(Sums.of(free.trueUp())).isEqualTo(trueUp);
        assertThat(free.writtenOff().total().isZero()).isTrue();
        assertThat(limited.writtenOff().total().signum()).isNotNegative();
        reached(free.outcome().name(), "CHARGE", "CREDIT", "NONE");
        reached(limited.writtenOff().total().isZero() ? "nothing cut" : "cut", "nothing cut", "cut");
    }

    // Cases

    @Provide
    Arbitrary<SettlementCase> cases() {
        return Tapes.cases(RandomCase.Scope.EVERYTHING);
    }

    @Provide
    Arbitrary<SettlementCase> sound() {
        return Tapes.cases(RandomCase.Scope.SOUND);
    }

    @Provide
    Arbitrary<SettlementCase> closed() {
        return Tapes.cases(RandomCase.Scope.CLOSED);
    }

    @Provide
    Arbitrary<Tuple2<SettlementCase, SettlementCase>> arrivals() {
        return Tapes.arrivals();
    }

    private static Settled settledOrSkip(SettlementCase input) {
        SettlementOutcome outcome = Settlement.settle(input);
        Assume.that(outcome instanceof Settled);
        return (Settled) outcome;
    }

    private static void reached(String what, String... all) {
        Statistics.label("reached").collect(what);
        Statistics.label("reached").coverage(coverage -> {
            for (String each : all) {
                coverage.check(each).count(count -> count > 0);
            }
        });
    }

    /// Without readings inside the gap and without a usage finer than a step.
    private static boolean isPlain(SettlementCase input) {
        long measuring = input.readings().stream().filter(Reading::isMeasuring).count();
        return measuring == 2 && input.register().multiplier().scale() == 0;
    }

    private static List<Decimal> usages(Settled settled) {
        return settled.periods().stream().map(SettledPeriod::usage).toList();
    }

    private static Ratio sum(List<Decimal> usages) {
        return usages.stream().map(Ratio::of).reduce(Ratio.ZERO, Ratio::plus);
    }

    /// What usages of the periods of a settlement cost, with nothing rounded.
    private static Ratio unrounded(SettlementCase input, Settled settled, List<Decimal> usages) {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < usages.size(); i++) {
            DateRange range = settled.periods().get(i).range();
            sum = sum.plus(new ReferenceRating(input.tariff(), range, input.households())
                    .rate(Ratio.of(usages.get(i)))
                    .unroundedTotal());
        }
        return sum;
    }
}
