package org.taswiya.laws;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.taswiya.core.billing.SettlementCase;

/// Where random cases come from.
final class Tapes {

    private static final int LENGTH = 220;

    private Tapes() {}

    static Arbitrary<List<Integer>> tapes() {
        return Arbitraries.integers()
                .between(0, 1_000_000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofSize(LENGTH)
                .withoutEdgeCases();
    }

    static Arbitrary<SettlementCase> cases(RandomCase.Scope scope) {
        return tapes().map(tape -> RandomCase.draw(new Choices(tape), scope));
    }

    /// One case in two orders of arrival.
    static Arbitrary<Tuple2<SettlementCase, SettlementCase>> arrivals() {
        return tapes().map(tape -> {
            SettlementCase input = RandomCase.draw(new Choices(tape), RandomCase.Scope.EVERYTHING);
            return Tuple.of(input, Variants.rearranged(input, new Choices(tape.reversed())));
        });
    }
}
