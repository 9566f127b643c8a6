package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten of a hundred meters lie below and ten above, however many there are.
final class SpreadTest {
    /// Of n meters at 0.1, 0.2, 0.3 and so on of their estimates: a tenth of n + 1 tenths from either end.
    @ParameterizedTest
    @CsvSource({"20, 210000, 1890000", "25, 260000, 2340000", "29, 300000, 2700000", "99, 1000000, 9000000"})
    void thePlaceMayLieBetweenTwoMeters(int meters, long low, long high) {
        assertThat(Spread.of(
                        LongStream.rangeClosed(1, meters).map(i -> 100_000 * i).toArray()))
                .isEqualTo(new Spread(low, high));
    }

    /// Twenty meters that use alike and have all used a tenth more, or less, than estimated.
    @ParameterizedTest
    @CsvSource({"1100000, 1000000, 1100000", "900000, 900000, 1000000", "1000000, 1000000, 1000000"})
    void theEstimateLiesBetweenWhereAllMetersUseAlike(long each, long low, long high) {
        assertThat(Spread.of(LongStream.generate(() -> each).limit(20).toArray()))
                .isEqualTo(new Spread(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0", "19"})
    void ofFewMetersNothingIsLearnt(int meters) {
        assertThat(Spread.of(new long[meters])).isNull();
    }
}
