package org.taswiya.deliver.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;

/// Whatever is spelled out can be read back, and no two amounts are spelled alike.
class AmountInWordsLaws {

    /// As many of each length, and many with zeros and ones inside, which is where grammar has its exceptions.
    @Provide
    Arbitrary<Money> amounts() {
        Arbitrary<Long> any = Arbitraries.longs();
        Arbitrary<Long> small = Arbitraries.longs().between(-200_000, 200_000);
        Arbitrary<Long> sparse = Arbitraries.of(0, 1, 2, 3, 10, 11, 21, 80, 99, 100, 101, 102, 111, 200, 201, 300, 999)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(AmountInWordsLaws::joined);
        return Arbitraries.oneOf(any, small, sparse).map(Money::ofMinor);
    }

    private static long joined(List<Integer> groups) {
        long dirhams = 0;
        for (int group : groups) {
            dirhams = dirhams * 1000 + group;
        }
        return dirhams * 100;
    }

    @Property(tries = 5000)
    void wordsAreReadBack(@ForAll("amounts") Money amount, @ForAll Language language) {
        String words = AmountInWords.of(amount, "MAD", language);
        assertThat(SpelledAmount.read(words, language)).as(words).isEqualTo(amount.minorUnits());
        assertThat(words).doesNotContain("  ").isEqualTo(words.strip()).doesNotContainPattern("[0-9]");
    }

    /// Every amount up to two thousand dirhams, and its centimes.
    @Example
    void everySmallAmountIsReadBack() {
        for (Language language : Language.values()) {
            for (int dirhams = 0; dirhams <= 2000; dirhams++) {
                Money amount = Money.ofMinor(dirhams * 100L + dirhams % 100);
                String words = AmountInWords.of(amount, "MAD", language);
                assertThat(SpelledAmount.read(words, language)).as(words).isEqualTo(amount.minorUnits());
            }
        }
    }

    @Example
    void theLeastAndTheMostThatMoneyHoldsAreSpelled() {
        for (Language language : Language.values()) {
            for (long minor : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
                String words = AmountInWords.of(Money.ofMinor(minor), "MAD", language);
                assertThat(SpelledAmount.read(words, language)).as(words).isEqualTo(minor);
            }
        }
    }
}
