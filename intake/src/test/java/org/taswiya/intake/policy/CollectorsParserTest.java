package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.Right;
import org.taswiya.core.quantity.Money;

final class CollectorsParserTest {
    private static final String WHOLE = """
            fees:
              digital: { fixed: 1.50, share: 0 }
              tax: 0.20
            bills-most: 4
            collectors:
              - name: wafacash
                channel: physical
                other-channels: [local-card]
                rights: [inquire, pay]
                most-of-transaction: 100.50
                most-of-day: 2000
                late-days: 1
                reserved-minutes: 10
                cancel-minutes: 60
                remitted-after-days: 2
            """;

    private static Map<String, Collector> casablanca() throws IOException {
        return ((CollectorsReading.Read)
                        CollectorsParser.parse(Path.of("..", "utilities", "casablanca", "collectors.yaml")))
                .collectors();
    }

    private static Collector collector(String name) throws IOException {
        return Objects.requireNonNull(casablanca().get(name));
    }

    @Test
    void theCollectorsOfCasablanca() throws IOException {
        assertThat(casablanca())
                .containsOnlyKeys("tasshilat", "m-post", "fawatir", "barid-cash", "wafacash", "bank-app", "sandbox");
        assertThat(collector("fawatir").may(Right.COPY)).isFalse();
        assertThat(collector("wafacash").billsMost()).isEqualTo(4);
        assertThat(collector("wafacash").channels()).containsExactly(Channel.PHYSICAL);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            digital          | DIGITAL    | 100.00   | 1.50
            atTheCounter     | PHYSICAL   | 20000.00 | 1.25
            card             | LOCAL_CARD | 350.50   | 2.63
            halfACentimeUp   | LOCAL_CARD | 2.00     | 0.02
            underHalf        | LOCAL_CARD | 0.66     | 0.00
            """)
    void feesBeforeTax(String trap, Channel channel, String amount, String fee) throws IOException {
        assertThat(collector("wafacash").fee(channel, Money.parse(amount))).hasToString(fee);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            threeDecimals  | 100.50          | 100.505             | 10:26: found 100.505, expected an amount with two
            noSuchRight    | inquire, pay    | inquire, steal      | 9:23: found steal, expected one of
            rightTwice     | inquire, pay    | pay, pay            | 9:19: found a second right pay
            noSuchChannel  | physical        | telepathy           | 7:14: found telepathy, expected one of
            channelTwice   | [local-card]    | [physical]          | 8:22: found a second channel physical
            badName        | wafacash        | "wafa cash"         | 6:11: found "wafa cash", expected letters
            belowZero      | 2000            | -1                  | 11:18: found -1, expected
            unknownField   | late-days       | early-days          | 12:5: found the unknown field 'early-days'
            """)
    void faults(String trap, String right, String wrong, String found) {
        assertThat(CollectorsParser.parse("collectors.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        CollectorsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings())
                                .map(Object::toString)
                                .anySatisfy(text -> assertThat(text).contains(found)));
    }
}
