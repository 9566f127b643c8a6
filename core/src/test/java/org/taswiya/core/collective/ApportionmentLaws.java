package org.taswiya.core.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.collective.Apportionment.Part;
import org.taswiya.core.collective.ApportionmentOutcome.Apportioned;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What is shared out is all of it, whatever the readings.
final class ApportionmentLaws {

    @Property
    void partsAreTheWholeInAnyOrder(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long total,
            @ForAll @LongRange(min = 0, max = 5_000) long commonLitres,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 90_000) Integer> litres,
            @ForAll Random random) {
        List<SubUse> subs = new ArrayList<>();
        Fraction main = Fraction.of(commonLitres, 1000);
        for (int i = 0; i < litres.size(); i++) {
            Fraction own = Fraction.of(litres.get(i), 1000);
            subs.add(new SubUse("U" + i, own, Fraction.of(random.nextInt(1, 50))));
            main = main.plus(own);
        }
        Apportionment shared = shared(total, main, subs);
        assertThat(shared.parts().stream().map(Part::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofMinor(total));
        assertThat(shared.parts().stream().map(Part::quantity).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualByComparingTo(main);
        assertThat(shared.leftOver()).isLessThan(subs.size());
        Collections.shuffle(subs, random);
        assertThat(shared(total, main, subs).parts()).isEqualTo(shared.parts());
    }

    /// Within a minor unit of what it would bear exactly.
    @Property
    void nobodyBearsMoreThanAMinorUnitBesideTheirPart(
            @ForAll @LongRange(min = 0, max = 10_000_000) long total,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 90_000) Integer> litres) {
        List<SubUse> subs = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < litres.size(); i++) {
            subs.add(new SubUse("U" + i, Fraction.of(litres.get(i)), Fraction.ONE));
            sum += litres.get(i);
        }
        for (Part part : shared(total, Fraction.of(sum), subs).parts()) {
            Fraction exactly = Fraction.of(total).times(part.own()).dividedBy(Fraction.of(sum));
            Fraction beside = exactly.minus(Fraction.of(part.amount().minorUnits()));
            assertThat(beside.max(beside.negated())).isLessThan(Fraction.ONE);
        }
    }

    private static Apportionment shared(long total, Fraction main, List<SubUse> subs) {
        return ((Apportioned) Apportionment.of(Money.ofMinor(total), main, subs)).apportionment();
    }
}
