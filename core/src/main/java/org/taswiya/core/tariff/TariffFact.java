package org.taswiya.core.tariff;

import java.util.Locale;

/// Which figure or rule of a price book something is: told apart by where the book states it.
///
/// @param code of the component or the tax; empty for what the whole book states
/// @param band the time band, or the size of what has one; empty where there is none
/// @param block the 1-based block or step; zero for what has none
public record TariffFact(Part part, String code, String band, int block, Field field) {

    /// Of what it is.
    public enum Part {
        BOOK,
        COMPONENT,
        TAX
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
        FOLLOWS,
        /// What has the size that a price hangs on.
        BY,
        TAX_CLASS,
        RATE,
        EXEMPT_UP_TO,
        CAP_PER_MONTH,
        PAID_BY;

        /// Without blanks: `up-to`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
