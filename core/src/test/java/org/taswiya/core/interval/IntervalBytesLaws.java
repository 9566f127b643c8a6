package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.calendar.DateRange;

/// Whatever a series holds comes back from its bytes; what is no series is refused.
class IntervalBytesLaws {
    private static final int[] MINUTES = {1, 5, 15, 30, 60, 1440};
    private static final String[] ZONES = {"Europe/Paris", "Africa/Casablanca", "America/New_York", "+10:00"};

    @Property(tries = 1_000)
    void whatIsWrittenIsRead(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int bits,
            @ForAll @IntRange(max = 5) int minutes,
            @ForAll @IntRange(max = 3) int zone,
            @ForAll @IntRange(min = 1, max = 12) int days,
            @ForAll boolean isSigned) {
        Random random = new Random(seed);
        LocalDate from = LocalDate.of(2024, 2, 25).plusDays(random.nextInt(700));
        IntervalSeries series = SeriesOf.any(
                random,
                DateRange.of(from, from.plusDays(days)),
                new IntervalClock(ZoneId.of(ZONES[zone]), MINUTES[minutes]),
                bits,
                isSigned);
        byte[] bytes = IntervalBytes.of(series);
        IntervalSeries read = IntervalBytes.read(bytes);
        assertThat(read.finer(3)).isEqualTo(series);
        assertThat(IntervalBytes.of(read)).isEqualTo(bytes);
    }

    /// Wh whose last digit is always 0 are tens of Wh.
    @Property(tries = 50)
    void stepsDoNotHangOnHowTheyWereDelivered(@ForAll long seed) {
        Random random = new Random(seed);
        IntervalSeries coarse = SeriesOf.any(random, SeriesOf.days("2026-03-28", 3), SeriesOf.QUARTERS, 9, false);
        assertThat(IntervalBytes.of(coarse.finer(6))).isEqualTo(IntervalBytes.of(coarse));
    }

    @Property(tries = 300)
    void aChangedByteIsRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int flip) {
        Random random = new Random(seed);
        byte[] bytes =
                IntervalBytes.of(SeriesOf.any(random, SeriesOf.days("2026-03-28", 3), SeriesOf.QUARTERS, 9, true));
        bytes[random.nextInt(bytes.length)] ^= (byte) flip;
        assertThatThrownBy(() -> IntervalBytes.read(bytes)).isInstanceOf(BadIntervalBytes.class);
    }

    @Property(tries = 300)
    void anythingElseIsRefused(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> IntervalBytes.read(bytes)).isInstanceOf(BadIntervalBytes.class);
    }
}
