package org.taswiya.core.metering;

import org.taswiya.core.calendar.DateRange;

/// Days on which meters were not read, by order and not by neglect: what a bill has to say of its estimates.
///
/// @param range from the first of these days to the day after the last
/// @param legalReference the order, law or decree that says so, as it is to be printed
public record ReadingSuspension(DateRange range, String legalReference) {

    public ReadingSuspension {
        if (legalReference.isBlank()) {
            throw new IllegalArgumentException("A suspension of reading needs its legal reference");
        }
    }
}
