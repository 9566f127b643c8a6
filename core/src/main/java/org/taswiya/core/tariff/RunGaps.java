package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;

/// What charges of one period are missing.
record RunGaps(List<ChargeRun> runs) {

    /// In what was told of the days of each.
    Optional<DeterminantGap> first() {
        return runs.stream().flatMap(run -> run.gap().stream()).findFirst();
    }

    /// The first day on which it is missing.
    Optional<LocalDate> from() {
        return runs.stream()
                .filter(run -> run.gap().isPresent())
                .map(run -> run.range().from())
                .findFirst();
    }

    /// In what is told once for all of them. A number of the past is no number for two that mean other days by it, as
    /// years that begin on other days do.
    Optional<DeterminantGap> first(BillDeterminants use) {
        return runs.stream()
                .flatMap(run -> run.charge().gap(use).stream())
                .findFirst()
                .or(() -> unlike(use, Determinant.USED_THIS_YEAR, RunGaps::year))
                .or(() -> unlike(use, Determinant.CHARGED_THIS_YEAR, charge -> charged(charge, use)))
                .or(() -> unlike(use, Determinant.WINTER_AVERAGE, RunGaps::winter));
    }

    private static Optional<?> year(ResolvedCharge charge) {
        return charge instanceof ResolvedToldBlocks blocks ? blocks.yearBefore() : Optional.empty();
    }

    private static Optional<?> charged(ResolvedCharge charge, BillDeterminants use) {
        return charge instanceof ResolvedYearLimit limit ? limit.yearBefore(use) : Optional.empty();
    }

    private static Optional<?> winter(ResolvedCharge charge) {
        return charge instanceof ResolvedSewer sewer
                ? Optional.ofNullable(sewer.outside()).map(WinterRule::months)
                : Optional.empty();
    }

    private Optional<DeterminantGap> unlike(
            BillDeterminants use, Determinant told, Function<ResolvedCharge, Optional<?>> meant) {
        Fraction found = use.others().get(told);
        List<ChargeRun> unlike = new ArrayList<>();
        for (ChargeRun run : runs) {
            Optional<?> days = meant.apply(run.charge());
            if (days.isPresent()
                    && (unlike.isEmpty()
                            || !days.equals(meant.apply(unlike.getLast().charge())))) {
                unlike.add(run);
            }
        }
        if (found == null || unlike.size() < 2) {
            return Optional.empty();
        }
        String ranges = unlike.stream().map(run -> run.range().toString()).collect(Collectors.joining(" and "));
        return Optional.of(new DeterminantGap(
                unlike.getLast().charge().code(),
                told,
                found,
                "one for each of " + ranges + ", whose prices mean other days by it: ask for each by itself"));
    }
}
