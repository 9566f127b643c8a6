package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Amounts by code are a sorted map, and add as one.
class MoneyByCodeLaws {

    @Property(tries = 500)
    void isTheSortedMap(@ForAll("amounts") Map<String, Money> amounts) {
        TreeMap<String, Money> tree = new TreeMap<>(amounts);
        MoneyByCode byCode = MoneyByCode.copyOf(amounts);
        assertThat(byCode).isEqualTo(tree).hasSameHashCodeAs(tree).hasToString(tree.toString());
        assertThat(List.copyOf(byCode.keySet())).isEqualTo(List.copyOf(tree.keySet()));
        assertThat(byCode.headMap("c")).isEqualTo(tree.headMap("c"));
        assertThat(byCode.tailMap("c")).isEqualTo(tree.tailMap("c"));
        assertThat(byCode.subMap("b", "d")).isEqualTo(tree.subMap("b", "d"));
        if (!tree.isEmpty()) {
            assertThat(byCode.firstKey()).isEqualTo(tree.firstKey());
            assertThat(byCode.lastKey()).isEqualTo(tree.lastKey());
        }
        for (String code : CODES) {
            assertThat(byCode.get(code)).isEqualTo(tree.get(code));
            assertThat(byCode.containsKey(code)).isEqualTo(tree.containsKey(code));
        }
    }

    @Property(tries = 500)
    void addsCodeByCode(@ForAll("amounts") Map<String, Money> left, @ForAll("amounts") Map<String, Money> right) {
        TreeMap<String, Money> sum = new TreeMap<>(left);
        right.forEach((code, amount) -> sum.merge(code, amount, Money::plus));
        TreeMap<String, Money> difference = new TreeMap<>(left);
        right.forEach((code, amount) -> difference.merge(code, amount.negated(), Money::plus));
        MoneyByCode own = MoneyByCode.copyOf(left);
        assertThat(own.plus(MoneyByCode.copyOf(right))).isEqualTo(sum);
        assertThat(own.minus(MoneyByCode.copyOf(right))).isEqualTo(difference);
        assertThat(own.minus(own).isZero()).isTrue();
        assertThat(own.sum().minus(MoneyByCode.copyOf(right).sum()))
                .isEqualTo(MoneyByCode.copyOf(difference).sum());
    }

    private static final List<String> CODES = List.of("a", "b", "c", "d", "e", "f");

    @Provide
    Arbitrary<Map<String, Money>> amounts() {
        Arbitrary<Money> money = Arbitraries.longs().between(-1000, 1000).map(Money::ofMinor);
        return Arbitraries.maps(Arbitraries.of(CODES), money);
    }
}
