package org.taswiya.core.lighting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;

/// Lamps of one type that stand at one place of the inventory and burn alike.
///
/// @param place a street or a cabinet, as the inventory names it
/// @param watts of each lamp
/// @param count 0 where an entry of the inventory was taken back: such lamps never stood there
/// @param losses of its ballast, in watts
/// @param from the first day on which they are there
/// @param to the day after the last; null where they stay
/// @param regime by which they burn
public record LampGroup(
        String place,
        String type,
        int count,
        Decimal watts,
        Decimal losses,
        LocalDate from,
        @Nullable LocalDate to,
        String regime) {

    public LampGroup {
        if (count < 0 || watts.signum() <= 0 || losses.signum() < 0 || (to != null && !to.isAfter(from))) {
            throw new IllegalArgumentException(
                    "No lamps: " + count + " of " + watts + " W and " + losses + " W from " + from + " to " + to);
        }
    }

    /// The same lamps that go on another day.
    ///
    /// @param end the day after the last; null where they stay
    public LampGroup until(@Nullable LocalDate end) {
        return new LampGroup(place, type, count, watts, losses, from, end, regime);
    }

    /// What each takes with its ballast.
    public Decimal wattsEach() {
        return watts.plus(losses);
    }

    /// Whether they are there on some of the days.
    public boolean isThere(DateRange days) {
        return from.isBefore(days.to()) && (to == null || to.isAfter(days.from()));
    }

    /// Those of the days on which they are there.
    public DateRange thereOf(DateRange days) {
        return DateRange.of(
                from.isAfter(days.from()) ? from : days.from(), to == null || to.isAfter(days.to()) ? days.to() : to);
    }
}
