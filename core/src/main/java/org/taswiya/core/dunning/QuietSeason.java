package org.taswiya.core.dunning;

import java.time.LocalDate;
import java.time.MonthDay;

/// Days of every year on which something is kept back, such as a winter in which nobody is cut off.
///
/// @param from the first of these days
/// @param to the last of them; before `from` where the season lasts over New Year
/// @param isOfOrdersOnly whether letters are sent all the same
public record QuietSeason(String name, MonthDay from, MonthDay to, boolean isOfOrdersOnly) {

    boolean holds(DunningStep step, LocalDate on) {
        MonthDay day = MonthDay.from(on);
        boolean isIn =
                from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to) : !day.isBefore(from) && !day.isAfter(to);
        return isIn && (step.isOrder() || !isOfOrdersOnly);
    }
}
