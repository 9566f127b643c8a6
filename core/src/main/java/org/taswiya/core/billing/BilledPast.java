package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What the books know of an agreement before its gap, where its prices hang on that. It is settled, so it stays.
///
/// @param suppliedFrom the first day of supply, before which nothing was used; null where nobody has said
/// @param suppliedTo the day after the last of supply, where its end is known
/// @param to the first day of the gap
/// @param used what each period was billed in the end, in order and without overlap
/// @param highest demand of each month as far as it is before the gap, by intervals; a month that is not there is not
///     known by them, or not measured as a whole where a higher demand was written down
/// @param charged what each period was charged in the end by all that a minimum or a maximum of a year compares, in
///     order and without overlap; none where no price compares any
public record BilledPast(
        @Nullable LocalDate suppliedFrom,
        @Nullable LocalDate suppliedTo,
        LocalDate to,
        List<Usage> used,
        SortedMap<YearMonth, Demand> highest,
        List<ChargedPeriod> charged) {

    /// On the tariff's tax basis.
    public record ChargedPeriod(DateRange range, Money amount) {}

    /// Something that is spread evenly over some days.
    private record Spread(DateRange range, Fraction whole) {}

    /// Where nothing is asked of it.
    public static final BilledPast NOTHING =
            new BilledPast(null, null, LocalDate.EPOCH, List.of(), Collections.emptySortedMap());

    public BilledPast {
        used = List.copyOf(used);
        charged = List.copyOf(charged);
        highest = Collections.unmodifiableSortedMap(new TreeMap<>(highest));
    }

    /// Where no price compares what was charged.
    public BilledPast(
            @Nullable LocalDate suppliedFrom,
            @Nullable LocalDate suppliedTo,
            LocalDate to,
            List<Usage> used,
            SortedMap<YearMonth, Demand> highest) {
        this(suppliedFrom, suppliedTo, to, used, highest, List.of());
    }

    /// Whether supply ends with a period, so that nothing is carried on to another.
    public boolean endsWith(DateRange period) {
        return period.to().equals(suppliedTo);
    }

    /// What was used in some days, each day of a period having its share of that; empty where not all of them are
    /// known.
    ///
    /// @param earlier what was used in the gap
    Optional<Fraction> usedIn(LocalDate from, LocalDate to, List<Usage> earlier) {
        return sumIn(
                from,
                to,
                Stream.concat(used.stream(), earlier.stream())
                        .map(one -> new Spread(one.range(), Fraction.of(one.quantity()))));
    }

    /// What was charged in some days, in the same way.
    Optional<Fraction> chargedIn(LocalDate from, LocalDate to, List<ChargedPeriod> earlier) {
        return sumIn(
                from,
                to,
                Stream.concat(charged.stream(), earlier.stream())
                        .map(one -> new Spread(one.range(), one.amount().toFraction())));
    }

    /// The first day of supply among some from a day on.
    LocalDate suppliedSince(LocalDate from) {
        return suppliedFrom != null && suppliedFrom.isAfter(from) ? suppliedFrom : from;
    }

    private Optional<Fraction> sumIn(LocalDate from, LocalDate to, Stream<Spread> parts) {
        LocalDate first = suppliedSince(from);
        if (!first.isBefore(to)) {
            return Optional.of(Fraction.ZERO);
        }
        DateRange days = DateRange.of(first, to);
        long known = 0;
        Fraction sum = Fraction.ZERO;
        for (Spread one : parts.toList()) {
            long shared = one.range().daysShared(days);
            if (shared > 0) {
                known += shared;
                sum = sum.plus(one.whole().times(Fraction.of(shared, one.range().days())))
                        .reduced();
            }
        }
        return known == days.days() ? Optional.of(sum) : Optional.empty();
    }

    /// What a month of a winter used on average; empty where the winter is not known from its first day.
    Optional<Fraction> average(DateRange winter, List<Usage> earlier) {
        if (suppliedFrom != null && suppliedFrom.isAfter(winter.from())) {
            return Optional.empty();
        }
        long months = ChronoUnit.MONTHS.between(winter.from(), winter.to());
        return usedIn(winter.from(), winter.to(), earlier)
                .map(sum -> sum.dividedBy(Fraction.of(months)).reduced());
    }

    /// The highest demand of a month: what intervals count, else what was written down, which goes before what was
    /// estimated. Empty where not all of its days are known and nothing was written.
    ///
    /// @param known with what intervals count since the gap begins
    Optional<Fraction> highest(YearMonth month, AskedFor known) {
        return counted(month, known).or(() -> written(month, known));
    }

    /// No less than what some of its days were measured at.
    private Optional<Fraction> written(YearMonth month, AskedFor known) {
        return AgreementFact.pastDemand(known.facts(), month).map(value -> {
            Demand before = highest.get(month);
            Fraction most =
                    before == null ? Fraction.of(value) : before.perHour().max(Fraction.of(value));
            DateRange days = DateRange.of(month.atDay(1), month.plusMonths(1).atDay(1));
            return known.days(days).stream()
                    .filter(CountedDay::isMeasured)
                    .flatMap(day -> day.bands().values().stream())
                    .flatMap(band -> Stream.ofNullable(band.highest()))
                    .map(Demand::perHour)
                    .reduce(most, Fraction::max);
        });
    }

    private Optional<Fraction> counted(YearMonth month, AskedFor inGap) {
        LocalDate from = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        LocalDate first = suppliedFrom != null && suppliedFrom.isAfter(from) ? suppliedFrom : from;
        if (!first.isBefore(end)) {
            return Optional.of(Fraction.ZERO);
        }
        Fraction most = Fraction.ZERO;
        if (first.isBefore(to)) {
            Demand before = highest.get(month);
            if (before == null) {
                return Optional.empty();
            }
            most = before.perHour();
        }
        if (!to.isBefore(end)) {
            return Optional.of(most);
        }
        DateRange rest = DateRange.of(first.isBefore(to) ? to : first, end);
        boolean isWritten = AgreementFact.pastDemand(inGap.facts(), month).isPresent();
        if (inGap.uncounted(rest).isPresent() || isWritten && inGap.estimated(rest) > 0) {
            return Optional.empty();
        }
        return Optional.of(inGap.demand(rest).values().stream().reduce(most, Fraction::max));
    }
}
