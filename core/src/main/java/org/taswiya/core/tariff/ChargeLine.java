package org.taswiya.core.tariff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// One priced result with everything that explains it.
///
/// `amount` is quantity x price x share, rounded half-up; only a line that follows another in a joint rounding may
/// differ from that by a minor unit.
///
/// @param component the code of the tariff component
/// @param block the 1-based block, for a selective line the block reached; zero for a charge without blocks
/// @param band the time band; null for a charge that is the same at every hour
/// @param range the days of the period that the line stands for
/// @param price per unit, on the tariff's tax basis
/// @param share days under the line's version, of the days of the period; null for the whole period
/// @param taxRate the rate of value added tax it bears; zero when exempt
/// @param clause where the tariff states it
public record ChargeLine(
        String component,
        int block,
        @Nullable String band,
        DateRange range,
        Fraction quantity,
        Unit unit,
        Decimal price,
        @Nullable DayShare share,
        Decimal taxRate,
        Money amount,
        String clause) {

    /// The amount before rounding.
    public Fraction unrounded() {
        return shareOf(quantity.times(price));
    }

    /// What the line's days take of something that belongs to the whole period.
    public Fraction shareOf(Fraction whole) {
        return share == null ? whole : whole.times(share.toFraction());
    }

    /// The part of the period's days that the line stands for; empty for the whole period.
    public Optional<DayShare> dayShare() {
        return Optional.ofNullable(share);
    }

    /// Days under one version, of the days of the period.
    public record DayShare(long days, long ofDays) {

        Fraction toFraction() {
            return Fraction.of(days, ofDays);
        }

        @Override
        public String toString() {
            return days + "/" + ofDays;
        }
    }
}
