package org.taswiya.core.estimation;

import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What a meter would have shown over some days, with what it rests on.
///
/// @param quantity at the register's resolution, rounded half-up
/// @param low the lower end of the interval in which four of five lie, rounded alike
/// @param high its upper end
/// @param isMeasured whether the interval was learnt from meters of the class; half to double where it was not
/// @param version of the method
/// @param daysEmpty of its days, those on which the premise is known to be empty and nothing is counted; none where all
///     are, which its method says
/// @param basis the dates that were looked at and what was used on them; empty for a class average and for a vacancy
/// @param onEstimates whether the basis was itself estimated, because nothing else exists
/// @param instructed whether a person said how to estimate this once
public record Estimate(
        DateRange range,
        Decimal quantity,
        Decimal low,
        Decimal high,
        boolean isMeasured,
        EstimationMethod method,
        int version,
        int daysEmpty,
        List<Usage> basis,
        boolean onEstimates,
        boolean instructed) {

    public Estimate {
        basis = List.copyOf(basis);
    }

    /// The same where the parts of a whole were estimated each by itself.
    ///
    /// @param sum of the parts
    public Estimate of(Decimal sum) {
        return new Estimate(
                range,
                sum,
                sum.compareTo(low) < 0 ? sum : low,
                sum.compareTo(high) > 0 ? sum : high,
                isMeasured,
                method,
                version,
                daysEmpty,
                basis,
                onEstimates,
                instructed);
    }

    Estimate asInstructed() {
        return new Estimate(
                range, quantity, low, high, isMeasured, method, version, daysEmpty, basis, onEstimates, true);
    }

    /// The days for which something is counted.
    public long daysCounted() {
        return range.days() - daysEmpty;
    }

    public Usage usage() {
        return new Usage(range, quantity, UsageQuality.ESTIMATED);
    }
}
