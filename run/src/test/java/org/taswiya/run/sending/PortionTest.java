package org.taswiya.run.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortionTest {
    private final AtomicLong now = new AtomicLong();
    private final Portion portion = new Portion(now::get);

    /// Hands over as many as it may, each in so much time, until the portion is over.
    private int handOver(int eachMillis) {
        portion.begin();
        int handedOver = 0;
        while (handedOver < portion.size() && !portion.isOver()) {
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(eachMillis));
            handedOver++;
        }
        portion.ended(handedOver);
        return handedOver;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            what takes no time is taken twice as many, 0,   1 2 4 8 16 32 64 128 256 256
            a tenth of a second's worth,               10,  1 2 4 8 10 10 10
            a slow server has one at a time,           150, 1 1 1
            one that takes a minute too,               60000, 1 1
            """)
    void itIsWhatATenthOfASecondHandsOver(String trap, int eachMillis, String expected) {
        for (String size : expected.split(" ")) {
            assertThat(handOver(eachMillis)).as(trap).isEqualTo(Integer.parseInt(size));
        }
    }

    @Test
    void aServerThatBecomesSlowEndsAPortionEarly() {
        for (int i = 0; i < 9; i++) {
            handOver(0);
        }
        assertThat(handOver(50)).as("of 256").isEqualTo(5);
        assertThat(handOver(50)).isEqualTo(2);
    }

    @Test
    void afterAServerThatWentAwayItBeginsAgainWithOne() {
        handOver(0);
        handOver(0);
        portion.shrink();
        assertThat(handOver(0)).isOne();
    }
}
