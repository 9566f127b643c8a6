package org.taswiya.core.tariff;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// How monthly bounds and monthly amounts apply to a period that is not a month long.
///
/// @param bounds for block bounds and for the bounds, threshold and cap of a levy
/// @param charges for fixed and minimum charges
/// @param boundDecimals decimals to which a scaled block bound is rounded, half-up; null for no rounding
/// @param everyMonths how many months a period has where nobody billed for longer
public record Proration(
        DayCount bounds, DayCount charges, @Nullable Integer boundDecimals, int everyMonths) {

    /// The fewest days that count as one month.
    public static final int MONTH_SHORTEST = 25;

    /// The most days that count as one month.
    public static final int MONTH_LONGEST = 35;

    /// The most months that a period may have.
    public static final int MONTHS_MOST = 12;

    /// A month is 25 to 35 days, for bounds and charges alike; nothing is rounded.
    public static final Proration NONE = new Proration(DayCount.NONE, DayCount.NONE, null);

    /// Days/30, for bounds and charges alike; nothing is rounded.
    public static final Proration DAYS_30 = new Proration(DayCount.DAYS_30, DayCount.DAYS_30, null);

    public Proration {
        if (boundDecimals != null && (boundDecimals < 0 || boundDecimals > Decimal.SCALE_MAX)) {
            throw new IllegalArgumentException("Bound decimals " + boundDecimals + " are outside 0 to 18");
        }
        if (everyMonths < 1 || everyMonths > MONTHS_MOST) {
            throw new IllegalArgumentException("A period of " + everyMonths + " months is none of 1 to 12");
        }
    }

    /// By the month.
    public Proration(DayCount bounds, DayCount charges, @Nullable Integer boundDecimals) {
        this(bounds, charges, boundDecimals, 1);
    }

    /// A monthly block bound as it counts in a period.
    Fraction bound(Fraction factor, Decimal monthly) {
        return rounded(factor.times(monthly));
    }

    /// A scaled bound as it counts.
    Fraction rounded(Fraction scaled) {
        return boundDecimals == null ? scaled : Fraction.of(scaled.round(boundDecimals, RoundingMode.HALF_UP));
    }

    /// How many months a period counts as.
    public enum DayCount {
        /// 25 to 35 days, both included, count as one month; any other length is days/30.
        NONE("none"),
        /// Always days/30.
        DAYS_30("days/30");

        private static final int MONTH_DAYS = 30;

        private final String code;

        DayCount(String code) {
            this.code = code;
        }

        /// How books write it.
        public String code() {
            return code;
        }

        /// The number of months that a period of the stated length counts as, unrounded.
        public Fraction months(long days) {
            boolean month = days == MONTH_DAYS || (this == NONE && days >= MONTH_SHORTEST && days <= MONTH_LONGEST);
            return month ? Fraction.ONE : Fraction.of(days, MONTH_DAYS);
        }
    }
}
