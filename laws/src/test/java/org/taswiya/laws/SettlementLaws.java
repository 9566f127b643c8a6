package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Settlement;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.laws.reference.ReferenceSettlement;
import org.taswiya.laws.reference.ReferenceSettlement.Answer;
import org.taswiya.laws.reference.ReferenceSettlement.Evidence;

/// Settlement agrees with the reference: reasons, usage, every line of every period, differences, limits, proof.
class SettlementLaws {

    @Property(tries = 1_500)
    void agreesWithTheReference(@ForAll("cases") SettlementCase input) {
        agree(input);
    }

    @Property(tries = 100_000)
    @AddLifecycleHook(OnlyInLongForm.class)
    void agreesWithTheReferenceInTheLongForm(@ForAll("cases") SettlementCase input) {
        agree(input);
    }

    @Provide
    Arbitrary<SettlementCase> cases() {
        return Tapes.cases(RandomCase.Scope.EVERYTHING);
    }

    private static void agree(SettlementCase input) {
        Assume.that(ReferenceSettlement.canSettle(input));
        Answer expected = ReferenceSettlement.settle(input);
        agree(AsReference.answer(Settlement.settle(input)), expected);
        agree(AsReference.answer(settledAmongOthers(input)), expected);

        Set<String> reached = Reached.of(input, expected);
        reached.forEach(Statistics.label("reached")::collect);
        Statistics.label("reached")
                .coverage(coverage ->
                        Reached.ALL.forEach(fact -> coverage.check(fact).count(count -> count > 0)));
    }

    /// What is shared is made for the second case that meets it.
    private static SettlementOutcome settledAmongOthers(SettlementCase input) {
        SharedPrices prices = new SharedPrices();
        Settlement.settle(input, prices);
        return Settlement.settle(input, prices);
    }

    private static void agree(Answer answer, Answer expected) {
        assertThat(answer.reasons()).isEqualTo(expected.reasons());
        assertThat(answer.usage()).isEqualTo(expected.usage());
        assertThat(answer.periods()).hasSameSizeAs(expected.periods());
        for (int i = 0; i < answer.periods().size(); i++) {
            agree(answer.periods().get(i), expected.periods().get(i));
        }
        assertThat(answer.trueUp()).isEqualTo(expected.trueUp());
        assertThat(answer.dueNow()).isEqualTo(expected.dueNow());
        assertThat(answer.writtenOff()).isEqualTo(expected.writtenOff());
        agree(answer.proof(), expected.proof());
    }

    private static void agree(ReferenceSettlement.SettledPeriod period, ReferenceSettlement.SettledPeriod expected) {
        assertThat(period.range()).isEqualTo(expected.range());
        assertThat(period.isCurrent()).isEqualTo(expected.isCurrent());
        assertThat(period.usage()).as("usage of " + period.range()).isEqualTo(expected.usage());
        assertThat(period.billed()).isEqualTo(expected.billed());
        assertThat(period.rated()).isEqualTo(AsReference.inOrder(expected.rated()));
        assertThat(period.difference()).isEqualTo(expected.difference());
        assertThat(period.chargeable()).isEqualTo(expected.chargeable());
    }

    private static void agree(@Nullable Evidence proof, @Nullable Evidence expected) {
        if (proof == null || expected == null) {
            assertThat(proof).isSameAs(expected);
            return;
        }
        assertThat(proof.monthWise()).isEqualTo(expected.monthWise());
        assertThat(proof.lump()).as("lump").isEqualTo(expected.lump());
        if (expected.cheapest().isPresent()) {
            assertThat(proof.cheapest()).as("cheapest").isEqualTo(expected.cheapest());
            assertThat(proof.dearest()).as("dearest").isEqualTo(expected.dearest());
        }
    }
}
