package org.taswiya.bench.interval;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.interval.IntervalBytes;
import org.taswiya.core.interval.IntervalClock;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Unit;

/// Years of quarter hours that are made up, and what their twelve months take.
final class ProfileYear {
    static final ZoneId ZONE = ZoneId.of("+10:00");

    private static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    private static final IntervalClock QUARTERS = new IntervalClock(ZONE, 15);
    private static final int DAY = 96;

    private ProfileYear() {}

    static List<IntervalBenchReport.Year> all() {
        Random random = new Random(1);
        return List.of(
                year("a house, Wh", i -> house(random, i)),
                year("three times as much, Wh", i -> 3 * house(random, i) + random.nextInt(3)),
                year("the same in steps of 10 Wh", i -> 3 * house(random, i) / 10 * 10),
                year("a shop, within 3 %, Wh", i -> shop(random, i)),
                year("solar panels, Wh", i -> solar(random, i)),
                year("noise of 256 values", _ -> random.nextInt(256)),
                year("noise of 480 values", _ -> random.nextInt(480)),
                year("noise of 2,000 values", _ -> random.nextInt(2_000)),
                year("nothing", _ -> 0));
    }

    private static IntervalBenchReport.Year year(String name, IntToLongFunction values) {
        long[] all = new long[QUARTERS.edges(YEAR).length - 1];
        Arrays.setAll(all, values);
        IntervalQuality[] actual = new IntervalQuality[all.length];
        Arrays.fill(actual, IntervalQuality.ACTUAL);
        IntervalSeries series = IntervalSeries.of(YEAR, QUARTERS, Unit.KILOWATT_HOUR, 3, all, actual);
        long bytes = 0;
        for (LocalDate from = YEAR.from(); from.isBefore(YEAR.to()); from = from.plusMonths(1)) {
            bytes += IntervalBytes.of(series.over(DateRange.of(from, from.plusMonths(1)))).length;
        }
        return new IntervalBenchReport.Year(name, series.total() / 1000, bytes);
    }

    /// A refrigerator, evenings, cooking at random: some 4,200 kWh a year.
    static long house(Random random, int interval) {
        double hour = interval % DAY / 4.0;
        double share = hour > 6 && hour < 9 || hour > 17 && hour < 22.5 ? 1 : 0.15;
        double value = 40 + 25 * (interval / 3 % 2) + random.nextGaussian() * 4;
        value += random.nextDouble() < 0.25 * share ? 100 + random.nextInt(400) : 0;
        value += random.nextDouble() < 0.08 * share ? 500 * random.nextDouble() : 0;
        value += share * 60 * (1 + random.nextGaussian() * 0.4);
        return Math.max(0, Math.round(value));
    }

    private static long shop(Random random, int interval) {
        double sun = Math.max(0, Math.sin((interval % DAY - 24.0) / DAY * 2 * Math.PI));
        return Math.round(1_250 * (0.3 + 0.7 * sun) * (1 + 0.03 * random.nextGaussian()));
    }

    private static long solar(Random random, int interval) {
        int at = interval % DAY;
        double sun = at > 28 && at < 68 ? Math.sin((at - 28) / 40.0 * Math.PI) : 0;
        return Math.max(0, Math.round(900 * sun * (0.3 + 0.7 * random.nextDouble())));
    }

    /// Peak from 17 to 22.
    static TimeBands bands() {
        Set<BandDay> every = EnumSet.allOf(BandDay.class);
        List<BandWindow> windows = List.of(
                new BandWindow("low", every, 0, 17 * 60),
                new BandWindow("peak", every, 17 * 60, 22 * 60),
                new BandWindow("low", every, 22 * 60, 24 * 60));
        return new TimeBands(ZONE, List.of(new BandSeason("year", MonthDay.of(1, 1), windows)), Set.of(), Set.of());
    }
}
