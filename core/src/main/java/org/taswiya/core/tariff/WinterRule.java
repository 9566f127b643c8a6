package org.taswiya.core.tariff;

import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// Which water counts as sewage where summers water gardens: in winter what is used, outside what a month of the last
/// winter used on average.
///
/// @param months of winter, in which water counts as it is used
/// @param ifUnknown what counts as the average of a month where nobody told; null where that is refused
public record WinterRule(
        Set<Month> months, Outside outside, @Nullable Decimal ifUnknown) {
    public WinterRule {
        months = Set.copyOf(months);
    }

    /// What counts outside winter.
    public enum Outside {
        /// The average, and what is used where that is less.
        AT_MOST,
        /// The average, whatever is used.
        AVERAGE
    }
}
