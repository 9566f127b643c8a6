package org.taswiya.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.bench.backtest.BacktestRow.Judged;

/// Who is off: by more than a fifth, whichever way, and not for what whole-number daily means leave out.
final class BacktestRowTest {
    @ParameterizedTest(name = "{0} estimated at {1}: {2}")
    @CsvSource({
        "30, 30, 0",
        "30, 36, 0",
        "30, 24, 0",
        "30, 36.01, 100",
        "30, 23.99, 100",
        // 25 in 121 days is 0.206611 a day in whole millionths, and 24.999931 in all.
        "31.25, 24.999931, 0",
        "31.25, 24.99, 100",
    })
    void aFifthExactlyIsNotOff(double truth, double estimate, double off) {
        Judged judged = new Judged(truth, estimate, 121, true, null);
        assertThat(BacktestRow.of("town", "2016", "last-year", List.of(judged), 0)
                        .off20())
                .isEqualTo(off);
    }
}
