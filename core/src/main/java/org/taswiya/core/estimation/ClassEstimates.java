package org.taswiya.core.estimation;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A method made ready to estimate the meters of a class for some dates, from what they used before.
///
/// The same meters in any order give the same estimates. Safe for use by several threads.
public final class ClassEstimates {
    private static final int QUARTER_DAYS = 92;
    private static final int YEAR_DAYS = 365;
    private static final long MILLIONTHS = 1_000_000;

    private final DateRange range;
    /// In the meter's own scale.
    private final ToLongFunction<PastUse> perDay;

    private final Spread spread;

    private ClassEstimates(DateRange range, ToLongFunction<PastUse> perDay, Spread spread) {
        this.range = range;
        this.perDay = perDay;
        this.spread = spread;
    }

    /// @param meters of the class; what they used from the dates on is not looked at
    /// @param range the dates to be estimated
    public static ClassEstimates learn(EstimationMethod method, List<PastUse> meters, DateRange range) {
        Spread learnt = spread(method, meters, range);
        Spread spread = learnt == null ? Spread.unlearnt(method) : learnt;
        return new ClassEstimates(range, ready(method, meters, range), spread);
    }

    static @Nullable Spread spread(EstimationMethod method, List<PastUse> meters, DateRange range) {
        return Spread.learn(meters, range, dates -> ready(method, meters, dates));
    }

    private static ToLongFunction<PastUse> ready(EstimationMethod method, List<PastUse> meters, DateRange range) {
        return switch (method.kind()) {
            case VACANT -> _ -> 0;
            case STATED, CUSTOMER_READING -> _ -> PastUse.UNKNOWN;
            case TWO_YEARS -> meter -> sameDates(meter, range, 2);
            case LAST_YEAR -> meter -> sameDates(meter, range, 1);
            case PREVIOUS_PERIOD -> meter -> meter.lastStretches(range.from(), 1);
            case RECENT_AVERAGE -> meter -> meter.lastStretches(range.from(), method.periods());
            case LAST_QUARTER -> meter -> lastDays(meter, range, QUARTER_DAYS);
            case LAST_TWELVE_MONTHS -> meter -> lastDays(meter, range, YEAR_DAYS);
            case CLASS_SEASON -> {
                MonthProfile profile = MonthProfile.learn(meters, range.from());
                yield meter -> profile.perDay(meter, range);
            }
            case ANNUAL_VOLUME -> {
                MonthProfile profile = MonthProfile.learn(meters, range.from());
                yield meter -> profile.ofYear(meter, range);
            }
            case CLASS_AVERAGE -> {
                long average = average(meters, range);
                yield meter -> average == PastUse.UNKNOWN ? average : meter.coarse(average);
            }
            case BEST -> ClassProfile.learn(meters, range)::perDay;
        };
    }

    /// The mean of the daily means of the same dates in earlier years.
    private static long sameDates(PastUse meter, DateRange range, int years) {
        long sum = 0;
        for (int back = 1; back <= years; back++) {
            DateRange dates = range.yearsEarlier(back).orElse(null);
            long mean = dates == null ? PastUse.UNKNOWN : meter.mean(dates);
            if (mean == PastUse.UNKNOWN) {
                return PastUse.UNKNOWN;
            }
            sum += mean;
        }
        return sum / years;
    }

    /// The mean of those of the last days that are known; where none is, of the last twelve months.
    private static long lastDays(PastUse meter, DateRange range, int days) {
        DateRange last = DateRange.of(range.from().minusDays(days), range.from());
        long known = meter.daysKnown(last);
        if (known > 0) {
            return meter.used(last) / known;
        }
        return days < YEAR_DAYS ? lastDays(meter, range, YEAR_DAYS) : PastUse.UNKNOWN;
    }

    /// In millionths of a unit.
    static long average(List<PastUse> meters, DateRange range) {
        long sum = 0;
        long count = 0;
        for (PastUse meter : meters) {
            long mean = lastDays(meter, range, YEAR_DAYS);
            if (mean != PastUse.UNKNOWN) {
                sum += meter.millionths(mean);
                count++;
            }
        }
        return count == 0 ? PastUse.UNKNOWN : sum / count;
    }

    /// What a meter is estimated at a day, in millionths of a unit; negative when its past does not allow it.
    public long perDay(PastUse meter) {
        long mean = perDay.applyAsLong(meter);
        return mean == PastUse.UNKNOWN ? mean : meter.millionths(mean);
    }

    /// What a meter is estimated at, with the interval in which four of five lie; empty when its past does not allow
    /// it.
    ///
    /// @param factor by how much the use of the class has changed at once
    /// @param decimals the register's resolution, to which all three are rounded half-up
    public Optional<EstimatedUse> of(PastUse meter, ClassFactor factor, int decimals) {
        long mean = perDay(meter);
        if (mean == PastUse.UNKNOWN) {
            return Optional.empty();
        }
        long changed = Ratio.times(mean, factor.of(meter, mean));
        Spread changedToo = factor.spread();
        Spread around = changedToo == null ? spread : changedToo;
        return Optional.of(new EstimatedUse(
                quantity(changed, decimals),
                quantity(Ratio.times(changed, around.low()), decimals),
                quantity(Ratio.times(changed, around.high()), decimals)));
    }

    private Decimal quantity(long mean, int decimals) {
        return Fraction.of(Decimal.of(mean))
                .times(Fraction.of(range.days(), MILLIONTHS))
                .round(decimals, RoundingMode.HALF_UP);
    }

    /// An estimate and its interval of 80 in 100.
    public record EstimatedUse(Decimal quantity, Decimal low, Decimal high) {}
}
