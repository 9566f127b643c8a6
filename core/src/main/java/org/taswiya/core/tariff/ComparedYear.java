package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What a bill that ends a year compares: all that was charged in it with its minimum or its maximum.
///
/// @param component that topped it up or took it down, where it did
/// @param days of the year with supply
/// @param limit of these days
/// @param charged on these days, before it
public record ComparedYear(String component, boolean isMaximum, DateRange days, Money limit, Money charged) {

    /// Those that a period ends, with what was told by [ResolvedTariff#knowing].
    public static List<ComparedYear> of(Rating rating) {
        List<ComparedYear> compared = new ArrayList<>();
        for (ChargeRun run : rating.resolved().runs()) {
            if (run.charge() instanceof ResolvedYearLimit limit) {
                limit.compared(run.told().of(Fraction.ZERO), rating.lines()).ifPresent(compared::add);
            }
        }
        return compared;
    }

    /// What a usage of a whole period is charged by all that such a limit compares, with all else as it was told; empty
    /// where something is missing.
    public static Optional<Money> charged(ResolvedTariff resolved, Fraction usage) {
        ResolvedTariff others = withoutLimits(resolved);
        boolean isMissing = others.gap().isPresent()
                || others.isDemandNeeded()
                        && others.runs().stream()
                                .anyMatch(run -> run.told().demand().isEmpty());
        return isMissing
                ? Optional.empty()
                : Optional.of(ResolvedYearLimit.sum(
                        others.rate(usage).lines(), others.tariff().uncountedInYear(others.period())));
    }

    private static ResolvedTariff withoutLimits(ResolvedTariff resolved) {
        List<ChargeRun> runs = resolved.runs().stream()
                .filter(run -> !(run.charge() instanceof ResolvedYearLimit))
                .toList();
        return new ResolvedTariff(
                resolved.tariff(), resolved.period(), resolved.versions(), runs, resolved.levies(), resolved.told());
    }
}
