package org.taswiya.core.estimation;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;

/// What one meter used day by day, as far as it is known: each usage spread evenly over its days.
///
/// Amounts a day are whole millionths of a unit; those of a meter that uses more than 68,000 units a day are coarser,
/// to a billionth of them, so that weighted sums fit 64 bits.
public final class PastUse {
    static final long UNKNOWN = -1;

    private static final int DECIMALS = 6;
    private static final int BITS_MOST = 36;
    private static final int ABSURD_TIMES = 5;

    /// Written out: every estimate sorts by these, and a comparator made of others takes several times as long.
    private static final Comparator<Usage> BY_DAYS = (left, right) -> {
        int byFrom = left.range().from().compareTo(right.range().from());
        return byFrom == 0 ? left.range().to().compareTo(right.range().to()) : byFrom;
    };

    private static final Comparator<Stretch> MOST_FIRST = (left, right) -> Long.compare(right.perDay, left.perDay);

    private final long[] from;
    private final long[] to;
    private final long[] perDay;
    private final int coarser;

    /// The same without what is absurd; null when nothing is.
    private final @Nullable PastUse believed;

    private PastUse(List<Stretch> stretches, int coarser, @Nullable PastUse believed) {
        int size = stretches.size();
        from = new long[size];
        to = new long[size];
        perDay = new long[size];
        this.coarser = coarser;
        this.believed = believed;
        for (int i = 0; i < size; i++) {
            from[i] = stretches.get(i).from;
            to[i] = stretches.get(i).to;
            perDay[i] = stretches.get(i).perDay >> coarser;
        }
    }

    private record Stretch(long from, long to, long perDay) {}

    /// @param usages in any order; on days of which two tell, the one that begins later counts
    public static PastUse of(List<Usage> usages) {
        List<Usage> sorted = new ArrayList<>(usages);
        sorted.sort(BY_DAYS);
        List<Stretch> stretches = new ArrayList<>(sorted.size());
        for (Usage usage : sorted) {
            add(stretches, stretch(usage));
        }
        long most = stretches.stream().mapToLong(Stretch::perDay).max().orElse(0);
        int coarser = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most) - BITS_MOST);
        List<Stretch> believed = new ArrayList<>(stretches);
        boolean isAnyAbsurd = believed.removeIf(absurd(stretches));
        return new PastUse(stretches, coarser, isAnyAbsurd ? new PastUse(believed, coarser, null) : null);
    }

    /// What is many times more than nine of ten days: a wrong unit or a misread dial rather than use.
    private static Predicate<Stretch> absurd(List<Stretch> stretches) {
        List<Stretch> byUse = new ArrayList<>(stretches);
        byUse.sort(MOST_FIRST);
        long days = byUse.stream().mapToLong(of -> of.to - of.from).sum();
        long above = 0;
        for (Stretch of : byUse) {
            above += of.to - of.from;
            if (above * 10 > days) {
                long most = of.perDay == 0 ? Long.MAX_VALUE : of.perDay * ABSURD_TIMES;
                return stretch -> stretch.perDay > most;
            }
        }
        return _ -> false;
    }

    private static Stretch stretch(Usage usage) {
        DateRange range = usage.range();
        long perDay = Fraction.of(usage.quantity())
                .dividedBy(Fraction.of(range.days()))
                .round(DECIMALS, RoundingMode.HALF_UP)
                .steps(DECIMALS);
        return new Stretch(range.from().toEpochDay(), range.to().toEpochDay(), perDay);
    }

    /// Adds one that begins no earlier than those before.
    private static void add(List<Stretch> stretches, Stretch next) {
        Stretch tail = null;
        while (!stretches.isEmpty() && stretches.getLast().to > next.from) {
            Stretch last = stretches.removeLast();
            if (last.to > next.to) {
                tail = new Stretch(next.to, last.to, last.perDay);
            }
            if (last.from < next.from) {
                stretches.add(new Stretch(last.from, next.from, last.perDay));
                break;
            }
        }
        stretches.add(next);
        if (tail != null) {
            stretches.add(tail);
        }
    }

    /// The same past without what cannot be use.
    PastUse believed() {
        return believed == null ? this : believed;
    }

    /// How many of some days are known.
    public long daysKnown(DateRange days) {
        return daysKnown(days.from().toEpochDay(), days.to().toEpochDay());
    }

    private long daysKnown(long first, long end) {
        long known = 0;
        for (int i = 0; i < from.length; i++) {
            known += Math.max(0, Math.min(end, to[i]) - Math.max(first, from[i]));
        }
        return known;
    }

    /// What was used on those of some days that are known.
    long used(DateRange days) {
        long first = days.from().toEpochDay();
        long end = days.to().toEpochDay();
        long sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += perDay[i] * Math.max(0, Math.min(end, to[i]) - Math.max(first, from[i]));
        }
        return sum;
    }

    /// The mean of those of some days that are known; [#UNKNOWN] when they are fewer than 98 of 100.
    long mean(DateRange days) {
        long known = daysKnown(days);
        return known * 100 < 98 * days.days() ? UNKNOWN : used(days) / known;
    }

    /// The mean of the last stretches that end before a day, each of days that were read together; [#UNKNOWN] when
    /// there is none.
    long lastStretches(LocalDate before, int most) {
        long day = before.toEpochDay();
        long sum = 0;
        long days = 0;
        int left = most;
        for (int i = from.length - 1; i >= 0 && left > 0; i--) {
            if (to[i] <= day) {
                sum += perDay[i] * (to[i] - from[i]);
                days += to[i] - from[i];
                left--;
            }
        }
        return days == 0 ? UNKNOWN : sum / days;
    }

    /// How far the stretches of some days lie from their mean, in millionths of it: near zero for a use that is always
    /// the same, above one for one that comes and goes.
    long swing(DateRange days) {
        long known = daysKnown(days);
        long mean = known == 0 ? 0 : used(days) / known;
        if (mean == 0) {
            return 0;
        }
        long first = days.from().toEpochDay();
        long end = days.to().toEpochDay();
        long apart = 0;
        for (int i = 0; i < from.length; i++) {
            apart += Math.abs(perDay[i] - mean) * Math.max(0, Math.min(end, to[i]) - Math.max(first, from[i]));
        }
        return Ratio.of(apart / known, mean);
    }

    /// For each month of the year, January first, the mean of its days between two that are known; [#UNKNOWN] for none.
    long[] monthMeans(LocalDate first, LocalDate end) {
        long[] sums = new long[12];
        long[] days = new long[12];
        for (int i = 0; i < from.length; i++) {
            long day = Math.max(from[i], first.toEpochDay());
            long last = Math.min(to[i], end.toEpochDay());
            while (day < last) {
                LocalDate date = LocalDate.ofEpochDay(day);
                long next = Math.min(last, day + date.lengthOfMonth() - date.getDayOfMonth() + 1);
                sums[date.getMonthValue() - 1] += perDay[i] * (next - day);
                days[date.getMonthValue() - 1] += next - day;
                day = next;
            }
        }
        for (int month = 0; month < 12; month++) {
            sums[month] = days[month] == 0 ? UNKNOWN : sums[month] / days[month];
        }
        return sums;
    }

    /// The level before a day: the mean of the days before it that are known, weighed by a memory. [#UNKNOWN] when too
    /// little of what it remembers is known.
    long level(long day, Memory memory) {
        long sum = 0;
        long weight = 0;
        for (int i = from.length - 1; i >= 0 && to[i] > day - Memory.LOOK_BACK; i--) {
            if (from[i] < day) {
                long weighs = memory.weight(Math.max(0, day - to[i]), day - from[i]);
                sum += perDay[i] * weighs;
                weight += weighs;
            }
        }
        return weight * Memory.KNOWN_LEAST < memory.whole() ? UNKNOWN : sum / weight;
    }

    /// An amount a day as millionths of a unit.
    long millionths(long amount) {
        return amount << coarser;
    }

    /// Millionths of a unit as an amount a day of this meter.
    long coarse(long millionths) {
        return millionths >> coarser;
    }
}
