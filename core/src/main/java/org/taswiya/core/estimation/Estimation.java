package org.taswiya.core.estimation;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Estimates an unread meter by the first method of a declared chain that its history allows.
///
/// Only usage between actual readings counts as history, and no dates on which the premise stood empty. When no method
/// finds any, the chain is tried once more on everything that is known, and the estimate says so.
///
/// On days on which the premise is known to be empty nothing is used; the chain speaks of the days left.
///
/// Every estimate has an interval in which four of five such estimates turn out to lie; of one that rests on estimates
/// nobody knows better than half to double.
///
/// @param history any order, any quality
/// @param vacancies days on which the premise is known to be empty
/// @param ofClass what its class has shown about the dates to be estimated; null when unknown
/// @param chain methods in the order in which they are tried
/// @param own what the customer's own readings show since the last actual one
/// @param annualVolume what the agreement states for a year, in units; null where it states nothing
/// @param decimals the register's resolution
/// @param edition of the methods
public record Estimation(
        List<Usage> history,
        List<DateRange> vacancies,
        @Nullable ClassUse ofClass,
        List<EstimationMethod> chain,
        OwnReadings own,
        @Nullable Decimal annualVolume,
        int decimals,
        int edition) {

    private static final int QUARTER_DAYS = 92;
    private static final int YEAR_DAYS = 365;
    private static final Comparator<Usage> BY_FIRST_DAY =
            (left, right) -> left.range().from().compareTo(right.range().from());

    /// By the methods of today, of a meter that its customer has not read and whose agreement states nothing.
    public Estimation(
            List<Usage> history,
            List<DateRange> vacancies,
            @Nullable ClassUse ofClass,
            List<EstimationMethod> chain,
            int decimals) {
        this(history, vacancies, ofClass, chain, OwnReadings.NONE, null, decimals, EstimationMethod.EDITION);
    }

    public Estimation {
        List<Usage> sorted = new ArrayList<>(history);
        sorted.sort(BY_FIRST_DAY);
        history = List.copyOf(sorted);
        vacancies = List.copyOf(vacancies);
        chain = List.copyOf(chain);
    }

    /// The estimate for some days; empty when no method of the chain applies.
    public Optional<Estimate> estimate(DateRange range) {
        if (isEmpty(range)) {
            return Optional.of(vacant(range));
        }
        Optional<Estimate> onActual = byChain(range, false);
        return onActual.isPresent() ? onActual : byChain(range, true);
    }

    private boolean isEmpty(DateRange range) {
        return edition == EstimationMethod.FIRST_EDITION
                ? vacancies.stream().anyMatch(vacancy -> vacancy.contains(range))
                : daysEmpty(range) == range.days();
    }

    /// On how many days the premise is known to be empty. The first edition knew all of them or none.
    private int daysEmpty(DateRange range) {
        return edition == EstimationMethod.FIRST_EDITION || !touchesVacancy(range)
                ? 0
                : Math.toIntExact(range.from()
                        .datesUntil(range.to())
                        .filter(day -> touchesVacancy(DateRange.of(day, day.plusDays(1))))
                        .count());
    }

    private Estimate vacant(DateRange range) {
        return made(range, Fraction.ZERO, EstimationMethod.VACANT, 0, List.of(), false);
    }

    /// The estimate for some days as a person wants it; empty when the method does not apply.
    ///
    /// @param instruction null when nobody has said anything
    public Optional<Estimate> estimate(DateRange range, @Nullable EstimateInstruction instruction) {
        return switch (instruction) {
            case null -> estimate(range);
            case EstimateInstruction.Stated(Decimal usage) -> {
                Fraction stated = Fraction.of(usage);
                yield Optional.of(made(range, stated, EstimationMethod.STATED, 0, List.of(), false)
                        .asInstructed());
            }
            case EstimateInstruction.ByMethod(EstimationMethod method) -> {
                Optional<Estimate> onActual = asOccupied(method, range, false);
                yield (onActual.isPresent() ? onActual : asOccupied(method, range, true)).map(Estimate::asInstructed);
            }
        };
    }

    /// An estimate by each method of the chain that applies, of a history of actual use alone.
    List<Estimate> byEach(DateRange range) {
        if (isEmpty(range)) {
            return List.of(vacant(range));
        }
        List<Usage> occupied = occupied(range, false);
        List<Estimate> estimates = new ArrayList<>(chain.size());
        for (EstimationMethod method : chain) {
            by(method, range, occupied, false).ifPresent(estimates::add);
        }
        return estimates;
    }

    /// As a person wants it who knows better whether somebody is there: for all of the days.
    private Optional<Estimate> asOccupied(EstimationMethod method, DateRange range, boolean onEstimates) {
        Estimation occupied = new Estimation(
                occupied(range, true), List.of(), ofClass, List.of(method), own, annualVolume, decimals, edition);
        return occupied.byChain(range, onEstimates);
    }

    private Optional<Estimate> byChain(DateRange range, boolean onEstimates) {
        List<Usage> occupied = occupied(range, onEstimates);
        for (EstimationMethod method : chain) {
            Optional<Estimate> estimate = by(method, range, occupied, onEstimates);
            if (estimate.isPresent()) {
                return estimate;
            }
        }
        return Optional.empty();
    }

    /// What is known of the days before, but for days on which the premise stood empty.
    private List<Usage> occupied(DateRange range, boolean onEstimates) {
        List<Usage> occupied = new ArrayList<>(history.size());
        for (Usage usage : history) {
            boolean counts = onEstimates || usage.quality() == UsageQuality.ACTUAL;
            if (counts && !usage.range().to().isAfter(range.from()) && !touchesVacancy(usage.range())) {
                occupied.add(usage);
            }
        }
        return occupied;
    }

    private boolean touchesVacancy(DateRange range) {
        for (DateRange vacancy : vacancies) {
            if (vacancy.daysShared(range) > 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Estimate> by(EstimationMethod method, DateRange range, List<Usage> known, boolean onEstimates) {
        return switch (method.kind()) {
            case VACANT, STATED -> Optional.empty();
            case CUSTOMER_READING -> own.estimate(range, this::daysEmpty, decimals, edition);
            case TWO_YEARS, LAST_YEAR -> ofSameDates(method, range, known, onEstimates);
            case PREVIOUS_PERIOD -> ofRecent(method, 1, range, known, onEstimates);
            case RECENT_AVERAGE -> ofRecent(method, method.periods(), range, known, onEstimates);
            case LAST_QUARTER -> ofLastDays(method, QUARTER_DAYS, Fraction.ONE, range, known, onEstimates);
            case LAST_TWELVE_MONTHS -> ofLastDays(method, YEAR_DAYS, Fraction.ONE, range, known, onEstimates);
            case CLASS_SEASON, BEST -> ofSeason(method, range, known, onEstimates);
            case ANNUAL_VOLUME -> ofYear(range, known, onEstimates);
            case CLASS_AVERAGE -> ofAverage(range);
        };
    }

    /// The mean of the daily averages of the same dates in earlier years, each known for all of its days.
    private Optional<Estimate> ofSameDates(
            EstimationMethod method, DateRange range, List<Usage> known, boolean onEstimates) {
        List<DateRange> years = method.sameDates(range);
        if (years.isEmpty()) {
            return Optional.empty();
        }
        List<Usage> basis = new ArrayList<>();
        Fraction perDay = Fraction.ZERO;
        for (DateRange dates : years) {
            if (daysKnown(dates, known) != dates.days()) {
                return Optional.empty();
            }
            Fraction usage = Usage.within(dates, known);
            perDay = perDay.plus(usage.dividedBy(Fraction.of(dates.days())));
            basis.add(new Usage(dates, usage.round(decimals, RoundingMode.HALF_UP), quality(onEstimates)));
        }
        perDay = perDay.times(Fraction.of(1, years.size()));
        return Optional.of(estimate(range, perDay, method, basis, onEstimates));
    }

    private static long daysKnown(DateRange dates, List<Usage> known) {
        long days = 0;
        for (Usage past : known) {
            days += past.range().daysShared(dates);
        }
        return days;
    }

    /// The mean of the last intervals, however long they are.
    private Optional<Estimate> ofRecent(
            EstimationMethod method, int intervals, DateRange range, List<Usage> known, boolean onEstimates) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Usage> recent = known.subList(Math.max(0, known.size() - intervals), known.size());
        Fraction usage = Fraction.ZERO;
        long days = 0;
        for (Usage past : recent) {
            usage = usage.plus(Fraction.of(past.quantity()));
            days += past.range().days();
        }
        return Optional.of(estimate(range, usage.dividedBy(Fraction.of(days)), method, recent, onEstimates));
    }

    /// The mean of those of the last days that are known; where none is, of those of the last twelve months.
    private Optional<Estimate> ofLastDays(
            EstimationMethod method,
            int most,
            Fraction share,
            DateRange range,
            List<Usage> known,
            boolean onEstimates) {
        DateRange last = DateRange.of(range.from().minusDays(most), range.from());
        long days = daysKnown(last, known);
        if (days == 0) {
            return most < YEAR_DAYS
                    ? ofLastDays(method, YEAR_DAYS, share, range, known, onEstimates)
                    : Optional.empty();
        }
        List<Usage> basis =
                known.stream().filter(past -> past.range().daysShared(last) > 0).toList();
        Fraction usage = Usage.within(last, basis);
        return Optional.of(
                estimate(range, usage.dividedBy(Fraction.of(days)).times(share), method, basis, onEstimates));
    }

    /// The meter's own past, with what the class is in the season and how it has changed. All of the past is looked at,
    /// so its basis is none of it alone.
    private Optional<Estimate> ofSeason(
            EstimationMethod method, DateRange range, List<Usage> known, boolean onEstimates) {
        if (known.isEmpty() || ofClass == null || !ofClass.range().equals(range)) {
            return Optional.empty();
        }
        return ofClass.perDay(method, PastUse.of(known))
                .map(perDay -> estimate(range, perDay, method, List.of(), onEstimates));
    }

    /// The use of a year times the share of the dates in the class's year: of the meter's own year where half of it is
    /// known, else of the year that the agreement states.
    private Optional<Estimate> ofYear(DateRange range, List<Usage> known, boolean onEstimates) {
        Fraction share = ofClass == null || !ofClass.range().equals(range) ? Fraction.ONE : ofClass.shareOfYear();
        DateRange year = DateRange.of(range.from().minusDays(YEAR_DAYS), range.from());
        long days = daysKnown(year, known);
        if (days * 2 < YEAR_DAYS) {
            return annualVolume == null
                    ? Optional.empty()
                    : Optional.of(estimate(
                            range,
                            Fraction.of(annualVolume)
                                    .times(Fraction.of(1, YEAR_DAYS))
                                    .times(share),
                            EstimationMethod.ANNUAL_VOLUME,
                            List.of(),
                            false));
        }
        return ofLastDays(EstimationMethod.ANNUAL_VOLUME, YEAR_DAYS, share, range, known, onEstimates);
    }

    private Optional<Estimate> ofAverage(DateRange range) {
        if (ofClass == null || ofClass.perDay() == null) {
            return Optional.empty();
        }
        Fraction perDay = ClassUse.units(ofClass.perDay());
        return Optional.of(estimate(range, perDay, EstimationMethod.CLASS_AVERAGE, List.of(), false));
    }

    private Estimate estimate(
            DateRange range, Fraction perDay, EstimationMethod method, List<Usage> basis, boolean onEstimates) {
        int empty = daysEmpty(range);
        return made(range, perDay.times(Fraction.of(range.days() - empty)), method, empty, basis, onEstimates);
    }

    private Estimate made(
            DateRange range,
            Fraction quantity,
            EstimationMethod method,
            int daysEmpty,
            List<Usage> basis,
            boolean onEstimates) {
        Spread learnt = onEstimates || ofClass == null ? null : ofClass.spread(method);
        Spread spread = learnt == null ? Spread.unlearnt(method) : learnt;
        return new Estimate(
                range,
                rounded(quantity),
                rounded(quantity.times(ClassUse.units(spread.low()))),
                rounded(quantity.times(ClassUse.units(spread.high()))),
                learnt != null,
                method,
                method.version(edition),
                daysEmpty,
                basis,
                onEstimates,
                false);
    }

    private Decimal rounded(Fraction quantity) {
        return quantity.round(decimals, RoundingMode.HALF_UP);
    }

    private static UsageQuality quality(boolean onEstimates) {
        return onEstimates ? UsageQuality.ESTIMATED : UsageQuality.ACTUAL;
    }
}
