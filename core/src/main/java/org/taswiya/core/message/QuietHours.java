package org.taswiya.core.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/// When customers are let sleep: from one time of day to another, mostly past midnight.
///
/// @param from the first moment of it
/// @param to the first moment after it
/// @param zone where customers live
/// @param except what is told at any hour
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<Cause.Kind> except) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours from " + from + " to " + to + " are none or all");
        }
        except = Set.copyOf(except);
    }

    /// When quiet hours that it is now are over; empty when it is none.
    public Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean isOverMidnight = to.isBefore(from);
        boolean isEvening = !time.isBefore(from);
        boolean isBeforeEnd = time.isBefore(to);
        if (isOverMidnight ? !isEvening && !isBeforeEnd : !isEvening || !isBeforeEnd) {
            return Optional.empty();
        }
        ZonedDateTime end =
                here.toLocalDate().plusDays(isBeforeEnd ? 0 : 1).atTime(to).atZone(zone);
        return Optional.of(end.toInstant());
    }
}
