package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;

final class InitialsTest {
    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "فاطمة بناني, Fatima Bennani, FR, F. B., latin",
        "فاطمة بناني, Fatima Bennani, AR, ف. ب., arabic",
        "فاطمة الزهراء, '', AR, ف. ز., without its article",
        "'', Fatima Bennani, AR, F. B., unknown in arabic",
        "فاطمة, '', EN, ف., unknown in latin",
        "'', d’Almeida (3e étage), FR, D. E. É., signs and digits are no letters",
        "'', 4711, FR, '', nothing to tell",
    })
    void ofAName(String arabic, String latin, Language language, String initials, String trap) {
        assertThat(Initials.of(arabic, latin, language)).as(trap).isEqualTo(initials);
    }
}
