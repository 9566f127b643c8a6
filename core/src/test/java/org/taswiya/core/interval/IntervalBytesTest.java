package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Unit;

class IntervalBytesTest {
    /// 40 KB.
    private static final int YEAR_MOST = 40_000;

    private static IntervalSeries year(IntToLongFunction values) {
        return SeriesOf.known(
                DateRange.of(LocalDate.parse("2024-01-01"), LocalDate.parse("2025-01-01")), SeriesOf.QUARTERS, values);
    }

    /// Twelve months, as they are kept.
    private static int bytes(IntervalSeries year) {
        int bytes = 0;
        LocalDate from = year.days().from();
        for (; from.isBefore(year.days().to()); from = from.plusMonths(1)) {
            bytes += IntervalBytes.of(year.over(DateRange.of(from, from.plusMonths(1)))).length;
        }
        return bytes;
    }

    /// A house of some 4,000 kWh in Wh: a refrigerator, evenings, cooking at random.
    private static long house(Random random, int interval, double scale) {
        double hour = interval % 96 / 4.0;
        double share = hour > 6 && hour < 9 || hour > 17 && hour < 22.5 ? 1 : 0.15;
        double value = 40 + 25 * (interval / 3 % 2) + random.nextGaussian() * 4;
        value += random.nextDouble() < 0.25 * share ? 100 + random.nextInt(400) : 0;
        value += random.nextDouble() < 0.08 * share ? 500 * random.nextDouble() : 0;
        value += share * 60 * (1 + random.nextGaussian() * 0.4);
        return Math.max(0, Math.round(value * scale));
    }

    @Test
    void aYearOfQuarterHoursOfAHouseFitsFortyKilobytes() {
        Random random = new Random(1);
        IntervalSeries year = year(i -> house(random, i, 1));
        assertThat(year.size()).isEqualTo(366 * 96);
        assertThat(bytes(year)).isBetween(20_000, 34_000);
    }

    @Test
    void soDoesOneThatUsesThreeTimesAsMuch() {
        Random random = new Random(2);
        assertThat(bytes(year(i -> house(random, i, 3)))).isLessThan(YEAR_MOST);
    }

    /// The worst there is: nothing to go by. Of wider noise the bytes are what it tells, and no exact form is shorter.
    @Test
    void pureNoiseOfTwoHundredAndFiftySixStepsFitsAndWiderNoiseCostsWhatItTells() {
        Random random = new Random(3);
        assertThat(bytes(year(_ -> random.nextInt(256)))).isLessThan(37_000);
        assertThat(bytes(year(_ -> random.nextInt(440)))).isLessThan(YEAR_MOST);
        int told = (int) (366 * 96 * Math.log(2_000) / Math.log(2) / Byte.SIZE);
        assertThat(bytes(year(_ -> random.nextInt(2_000)))).isBetween(told, told + told / 25);
    }

    @Test
    void nothingCostsNothing() {
        assertThat(bytes(year(_ -> 0))).isLessThan(400);
        assertThat(bytes(IntervalSeries.missing(year(_ -> 0).days(), SeriesOf.QUARTERS, Unit.CUBIC_METRE, 0)))
                .isLessThan(400);
    }

    /// What is kept has to be read for ever: the bytes of a known day.
    @Test
    void theFormIsFixed() {
        IntervalSeries day = SeriesOf.of(
                SeriesOf.days("2026-03-29", 1),
                SeriesOf.HOURS,
                i -> i < 12 ? 125 : 1_250 - 17L * i,
                i -> i == 5 ? IntervalQuality.MISSING : i < 20 ? IntervalQuality.ACTUAL : IntervalQuality.ESTIMATED);
        assertThat(HexFormat.of().formatHex(IntervalBytes.of(day)))
                .isEqualTo("01003c030c4575726f70652f5061726973fac00201d4ba011407380d0223cff800c7877234af03b0fa62ed9c");
        assertThat(IntervalBytes.read(IntervalBytes.of(day))).isEqualTo(day);
    }
}
