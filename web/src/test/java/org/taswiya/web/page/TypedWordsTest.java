package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TypedWordsTest {
    @Test
    void marksThatTurnTextAreNotKept() {
        assertThat(TypedWords.plain("  pay\u202Eyap\u2069 now\r\nor never\u0007 "))
                .isEqualTo("pay yap  now\nor never");
    }

    @Test
    void signsThatNobodySeesBelongToWordsAndAreNoneAlone() {
        assertThat(TypedWords.plain("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
        assertThat(TypedWords.plain("\u200B")).isEmpty();
        assertThat(TypedWords.plain(" \u200D\u00A0\uFEFF\n")).isEmpty();
        assertThat(TypedWords.plain("👨\u200D👩\u200D👧")).isEqualTo("👨\u200D👩\u200D👧");
    }
}
