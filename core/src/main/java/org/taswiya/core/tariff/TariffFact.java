package org.taswiya.core.tariff;

import java.util.Locale;

/// Which figure or rule of a price book something is: told apart by where the book states it.
///
/// @param code of the component, the tax or the season; empty for what the whole book or calendar states
/// @param band the time band, the size of what has one, or the holiday; empty where there is none
/// @param block the 1-based block or step; zero for what has none
public record TariffFact(Part part, String code, String band, int block, Field field) {

    /// Of what it is.
    public enum Part {
        BOOK,
        COMPONENT,
        TAX,
        /// When time bands are.
        CALENDAR
    }

    /// What it states.
    public enum Field {
        /// What a component or a tax is; what comes or goes whole is told by it.
        KIND,
        SERVICE,
        CURRENCY,
        UNIT,
        /// Whether prices have value added tax in them.
        PRICES,
        DUE_DAYS,
        /// How bounds apply to a period that is not a month long.
        BOUNDS_PRORATION,
        /// How charges apply to it.
        CHARGES_PRORATION,
        BOUND_DECIMALS,
        /// How many months a period has, where that is not one.
        EVERY_MONTHS,
        UP_TO,
        TOLERANCE,
        MODE,
        PRICE,
        AMOUNT,
        /// What a price or an amount of time is stated for.
        PER,
        /// What bounds are counted for.
        BASIS,
        MONTHS,
        /// Whether bounds are multiplied by the households behind a meter.
        PER_HOUSEHOLD,
        /// The first day of each year that bounds are of.
        YEAR_FROM,
        /// How many persons count, and how many where nobody told.
        PERSONS,
        /// What each person adds to a bound.
        PER_PERSON,
        /// How many times bounds count with a meter of a size.
        TIMES,
        /// What of the water comes back.
        RETURNED,
        /// Which water counts outside the months of winter.
        OUTSIDE_WINTER,
        /// What counts as the winter's average of a month where nobody told.
        AVERAGE_IF_UNKNOWN,
        FOLLOWS,
        /// The charges on which one hangs; none stated is all that it may hang on.
        OF,
        /// Whether a discount takes off more than there is.
        BELOW_ZERO,
        /// What has the size that a price hangs on, or what has to be 1 for a discount.
        BY,
        /// Whether each time that demand was above the subscribed power has the price.
        EXCEEDANCE,
        /// How many times the subscribed power is let pass.
        ALLOWED,
        /// The power factor under which demand or other charges are raised.
        POWER_FACTOR,
        /// What demand is billed at least: an amount, a share of something.
        LEAST,
        LOOK_BACK,
        /// The months of the year that count of those.
        AMONG,
        TAN_PHI,
        /// The power factor over which something is taken off, and what is.
        BONUS_ABOVE,
        BONUS_RATE,
        /// Whether a bill may be below zero.
        PAID_OUT,
        SETTLED_IN,
        TAX_CLASS,
        RATE,
        EXEMPT_UP_TO,
        CAP_PER_MONTH,
        PAID_BY,
        /// In which the hours of time bands are written.
        ZONE,
        /// The first day of a season in every year.
        FROM,
        /// When a time band is.
        HOURS,
        HOLIDAY;

        /// Without blanks: `up-to`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
