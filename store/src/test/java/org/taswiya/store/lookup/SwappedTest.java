package org.taswiya.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SwappedTest {
    @Test
    void twoLettersBesideEachOtherChangePlaces() {
        assertThat(Swapped.of("abc d")).containsExactly("bac d", "acb d", "ab cd", "abcd ");
        assertThat(Swapped.of("aab")).as("the same again is not meant").containsExactly("aba");
        assertThat(Swapped.of("a")).isEmpty();
    }

    /// Half of a sign is none.
    @Test
    void aSignOfTwoHalvesStaysWhole() {
        assertThat(Swapped.of("a😀bc")).containsExactly("a😀cb");
    }

    @Test
    void ofALongTextAsManyAsAName() {
        assertThat(Swapped.of("ab".repeat(100))).hasSize(40);
    }
}
