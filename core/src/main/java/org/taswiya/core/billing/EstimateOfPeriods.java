package org.taswiya.core.billing;

import java.util.Arrays;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.metering.Allocation;
import org.taswiya.core.quantity.Decimal;

/// An estimate that is of several periods.
record EstimateOfPeriods(AgreementInput input, Estimate estimate, List<DateRange> parts) {

    /// What is estimated divided by days; where it counts nothing for days on which the premise is empty, by the
    /// others.
    List<Decimal> of(Decimal quantity) {
        if (parts.size() == 1) {
            return List.of(quantity);
        }
        int decimals = Math.max(quantity.scale(), input.register().decimals());
        long[] days = new long[parts.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = estimate.daysEmpty() == 0 ? parts.get(i).days() : daysOccupied(parts.get(i));
        }
        return Arrays.stream(Allocation.byWeights(quantity.steps(decimals), days))
                .mapToObj(steps -> Decimal.ofSteps(steps, decimals))
                .toList();
    }

    private long daysOccupied(DateRange range) {
        return range.from()
                .datesUntil(range.to())
                .filter(day -> input.vacancies().stream().noneMatch(vacancy -> vacancy.contains(day)))
                .count();
    }
}
