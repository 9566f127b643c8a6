package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten of a hundred meters lie below and ten above, however many there are.
final class SpreadTest {
    /// Of n meters at 100, 200, 300 and so on: a tenth of n + 1 hundreds from either end.
    @ParameterizedTest
    @CsvSource({"20, 210, 1890", "25, 260, 2340", "29, 300, 2700", "99, 1000, 9000"})
    void thePlaceMayLieBetweenTwoMeters(int meters, long low, long high) {
        assertThat(Spread.of(LongStream.rangeClosed(1, meters).map(i -> 100 * i).toArray()))
                .isEqualTo(new Spread(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0", "19"})
    void ofFewMetersNothingIsLearnt(int meters) {
        assertThat(Spread.of(new long[meters])).isNull();
    }
}
