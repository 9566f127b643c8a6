package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiptStateTest {
    private static List<ReceiptState> states(String written) {
        return Arrays.stream(written.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> ReceiptState.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing,                       '',                 ",
        "one,                           delivered,          delivered",
        "on its way and there,          underway delivered, delivered",
        "out of order,                  delivered underway, delivered",
        "twice,                         failed failed,      failed",
        "the first final one stands,    failed delivered,   failed",
        "and so it does the other way,  delivered failed,   delivered",
        "the last of those that do not, underway unknown,   unknown",
        "nobody knew at first,          unknown expired,    expired",
    })
    void reportsInAnyOrder(String trap, String reported, String expected) {
        assertThat(ReceiptState.ofAll(states(reported)).map(ReceiptState::code).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all are there,         delivered delivered, delivered",
        "one is missing,        delivered underway,  underway",
        "one has failed,        delivered failed,    failed",
        "one was too late,      expired delivered,   expired",
        "of one nobody knows,   delivered unknown,   unknown",
        "failure weighs most,   unknown underway failed expired, failed",
    })
    void partsOfAMessage(String trap, String parts, String expected) {
        assertThat(ReceiptState.ofParts(states(parts)).code()).isEqualTo(expected);
    }
}
