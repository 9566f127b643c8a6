package org.taswiya.core.estimation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassFactor.ReadMeter;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

final class ClassFactorTest {
    private static final DateRange SPRING = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 6, 1));
    private static final long UNIT = 1_000_000;

    @Test
    void withoutReadMetersNothingChanges() {
        assertThat(ClassFactor.learn(SPRING, List.of()).of(steady(10), 10 * UNIT))
                .isEqualTo(Ratio.ONE);
        assertThat(ClassFactor.learn(SPRING, read(4, 10, 60)).of(steady(10), 10 * UNIT))
                .isEqualTo(Ratio.ONE);
    }

    @Test
    void whenAllReadMetersUseLessTheOthersAreTakenToUseLess() {
        long factor = ClassFactor.learn(SPRING, read(20, 10, 60)).of(steady(10), 10 * UNIT);
        assertThat(factor).isBetween(59 * Ratio.ONE / 100, 61 * Ratio.ONE / 100);
    }

    /// Small ones at 60 percent, large ones at 95.
    @Test
    void metersAsLargeCountForMore() {
        List<ReadMeter> read = new ArrayList<>(read(20, 10, 60));
        read.addAll(read(20, 1000, 95));
        ClassFactor factor = ClassFactor.learn(SPRING, read);
        assertThat(factor.of(steady(11), 11 * UNIT)).isLessThan(65 * Ratio.ONE / 100);
        assertThat(factor.of(steady(900), 900 * UNIT)).isGreaterThan(90 * Ratio.ONE / 100);
    }

    /// Half a little above, half a little below: what chance does.
    @Test
    void whatChanceDoesIsNoChange() {
        List<ReadMeter> read = new ArrayList<>(read(6, 10, 130));
        read.addAll(read(6, 10, 75));
        read.addAll(read(1, 10, 103));
        assertThat(ClassFactor.learn(SPRING, read).of(steady(10), 10 * UNIT))
                .isBetween(99 * Ratio.ONE / 100, 101 * Ratio.ONE / 100);
    }

    @Test
    void aMetersOwnReadingDoesNotCount() {
        List<ReadMeter> read = new ArrayList<>(read(5, 10, 60));
        PastUse own = steady(10);
        read.add(new ReadMeter(own, 10 * UNIT, 100 * UNIT));
        List<ReadMeter> others = read(5, 10, 60);
        assertThat(ClassFactor.learn(SPRING, read).of(own, 10 * UNIT)).isLessThan(Ratio.ONE);
        assertThat(ClassFactor.learn(SPRING, others).of(own, 10 * UNIT)).isLessThan(Ratio.ONE);
    }

    /// Everybody at 60 percent, give or take a tenth: the interval is that tenth, whatever earlier years were like.
    @Test
    void theIntervalIsWhatReadMetersScatter() {
        List<ReadMeter> read = new ArrayList<>();
        for (int percent = 50; percent <= 70; percent++) {
            read.addAll(read(2, 10, percent));
        }
        Spread spread = requireNonNull(ClassFactor.learn(SPRING, read).spread());
        assertThat(spread.low()).isBetween(84 * Ratio.ONE / 100, 90 * Ratio.ONE / 100);
        assertThat(spread.high()).isBetween(110 * Ratio.ONE / 100, 116 * Ratio.ONE / 100);
        assertThat(ClassFactor.learn(SPRING, read(19, 10, 60)).spread()).isNull();
    }

    private static List<ReadMeter> read(int count, long perDay, long percent) {
        List<ReadMeter> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(new ReadMeter(steady(perDay), perDay * UNIT, perDay * UNIT * percent / 100));
        }
        return read;
    }

    private static PastUse steady(long perDay) {
        DateRange year = DateRange.of(LocalDate.of(2019, 3, 1), LocalDate.of(2020, 3, 1));
        return PastUse.of(List.of(new Usage(year, Decimal.of(perDay * year.days()), UsageQuality.ACTUAL)));
    }
}
