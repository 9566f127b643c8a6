package org.taswiya.core.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

final class HoldFiguresTest {
    private static final HoldFigures ALL = HoldFigures.NONE
            .number("value", Decimal.parse("-12607.5"))
            .day("at", LocalDate.of(2020, 7, 1))
            .amount("usual", Money.parse("-0.05"))
            .names("agreements", List.of("C 1,2=3%20", "ع:ق"));

    @Test
    void whatIsKeptIsReadBackInItsOrder() {
        HoldFigures read = HoldFigures.parse(ALL.text());
        assertThat(read).isEqualTo(ALL);
        assertThat(read.all().keySet()).containsExactly("value", "at", "usual", "agreements");
        assertThat(HoldFigures.parse(HoldFigures.NONE.text())).isEqualTo(HoldFigures.NONE);
        assertThat(HoldFigures.NONE.number("value", 3).text()).isEqualTo("value=number:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "value=3", "value=number:x", "at=day:1", "at=month:2020-07", " "})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> HoldFigures.parse(text)).isInstanceOfAny(RuntimeException.class);
    }
}
