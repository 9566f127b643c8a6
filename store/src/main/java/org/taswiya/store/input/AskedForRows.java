package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BilledPast;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.store.bill.Known;
import org.taswiya.store.run.Cycle;

/// Reads what is known of agreements besides their dials, where the tariff asks for more than the usage. Of all others
/// nothing is asked.
final class AskedForRows {
    private final Connection connection;
    private final Cycle cycle;
    private final Known known;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Map<String, Optional<Tariff>> ofMore = new HashMap<>();

    AskedForRows(Connection connection, Cycle cycle, Known known, Function<String, Optional<Tariff>> tariffs) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
        this.tariffs = tariffs;
    }

    void read(Collection<OpenAgreement> agreements) throws SQLException {
        read(agreements, one -> one.gapFrom);
    }

    /// The same where what stands billed from the gap on counts as well.
    ///
    /// @param until the day up to which what was billed is known
    void read(Collection<OpenAgreement> agreements, Function<OpenAgreement, LocalDate> until) throws SQLException {
        List<OpenAgreement> asking =
                agreements.stream().filter(one -> tariff(one).isPresent()).toList();
        if (asking.isEmpty()) {
            return;
        }
        Map<String, List<AgreementFact>> facts = StandingFacts.of(
                connection, asking.stream().map(one -> one.reference).toList(), known);
        Map<String, LocalDate> first = new HashMap<>();
        for (OpenAgreement one : asking) {
            if (isOfPast(one)) {
                first.put(one.reference, firstAsked(one));
            }
        }
        Map<String, List<Usage>> used = new BilledPastRows(connection, known).read(asking, first, until);
        Map<String, List<ChargedPeriod>> charged = charged(asking, first, until);
        for (OpenAgreement one : asking) {
            LocalDate from = first.getOrDefault(one.reference, one.gapFrom);
            List<CountedDay> all = counted(one, from, tariff(one).orElseThrow());
            List<CountedDay> days =
                    all.stream().filter(day -> !day.day().isBefore(one.gapFrom)).toList();
            List<AgreementFact> written = facts.getOrDefault(one.reference, List.of());
            SortedMap<YearMonth, Demand> highest = highest(one, written, all);
            one.askedFor = new AskedFor(
                    written,
                    days,
                    one.registers(),
                    past(one, used.get(one.reference), charged.getOrDefault(one.reference, List.of()), highest));
        }
    }

    private Map<String, List<ChargedPeriod>> charged(
            List<OpenAgreement> asking, Map<String, LocalDate> first, Function<OpenAgreement, LocalDate> until)
            throws SQLException {
        Map<String, Tariff> comparing = new HashMap<>();
        for (OpenAgreement one : asking) {
            Tariff tariff = tariff(one).orElseThrow();
            if (tariff.in(days(one)).determinants().contains(Determinant.CHARGED_THIS_YEAR)) {
                comparing.put(one.reference, tariff);
            }
        }
        List<OpenAgreement> of = asking.stream()
                .filter(one -> comparing.containsKey(one.reference))
                .toList();
        Function<String, Tariff> tariffOf = reference -> Objects.requireNonNull(comparing.get(reference));
        return new ChargedPastRows(connection, known, tariffOf).read(of, first, until);
    }

    private boolean isOfPast(OpenAgreement one) {
        Tariff tariff = tariff(one).orElseThrow();
        return tariff.in(days(one)).versions().stream()
                .anyMatch(version -> !AskedPast.on(version.from(), tariff).equals(AskedPast.NOTHING));
    }

    /// The first day before the gap, and of supply, that a period in it may ask of.
    private LocalDate firstAsked(OpenAgreement one) {
        Tariff tariff = tariff(one).orElseThrow();
        return Stream.concat(Stream.of(one.gapFrom), tariff.versions().stream().map(TariffVersion::from))
                .filter(day -> !day.isBefore(one.gapFrom) && day.isBefore(end(one)) || day.equals(one.gapFrom))
                .map(day -> AskedPast.on(day, tariff).first(one.gapFrom, day))
                .map(day -> day.isBefore(one.suppliedFrom) ? one.suppliedFrom : day)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /// @param used null where nothing is asked of the past
    private static BilledPast past(
            OpenAgreement one,
            @Nullable List<Usage> used,
            List<ChargedPeriod> charged,
            SortedMap<YearMonth, Demand> highest) {
        return used == null
                ? BilledPast.NOTHING
                : new BilledPast(one.suppliedFrom, one.to, one.gapFrom, used, highest, charged);
    }

    /// The highest demand of each month before the gap that intervals tell: of all of its days, or of some where it
    /// reaches what was written down. Where something was, days that were estimated tell nothing.
    private static SortedMap<YearMonth, Demand> highest(
            OpenAgreement one, List<AgreementFact> written, List<CountedDay> counted) {
        SortedMap<YearMonth, Demand> highest = new TreeMap<>();
        SortedMap<YearMonth, Integer> days = new TreeMap<>();
        for (CountedDay day : counted) {
            YearMonth month = YearMonth.from(day.day());
            boolean isTold =
                    day.isMeasured() || AgreementFact.pastDemand(written, month).isEmpty();
            if (isTold && day.day().isBefore(one.gapFrom)) {
                days.merge(month, 1, Integer::sum);
                day.bands().values().stream()
                        .map(CountedDay.Band::highest)
                        .filter(Objects::nonNull)
                        .forEach(demand -> highest.merge(
                                month, demand, (a, b) -> a.perHour().compareTo(b.perHour()) >= 0 ? a : b));
            }
        }
        highest.entrySet().removeIf(of -> {
            YearMonth month = of.getKey();
            return days.getOrDefault(month, 0) < daysBefore(one, month)
                    && AgreementFact.pastDemand(written, month)
                            .filter(value ->
                                    Fraction.of(value).compareTo(of.getValue().perHour()) <= 0)
                            .isEmpty();
        });
        return highest;
    }

    /// How many days of a month are before the gap, and of supply.
    private static long daysBefore(OpenAgreement one, YearMonth month) {
        LocalDate first = month.atDay(1).isBefore(one.suppliedFrom) ? one.suppliedFrom : month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        return ChronoUnit.DAYS.between(first, end.isAfter(one.gapFrom) ? one.gapFrom : end);
    }

    /// @param from the first day that is asked of
    private List<CountedDay> counted(OpenAgreement one, LocalDate from, Tariff tariff) throws SQLException {
        LocalDate end = end(one);
        Tariff asked = tariff.in(days(one));
        boolean isAsked = one.ofBands.isEmpty() ? CountedIntervals.isAskedBy(asked) : asked.isOfDemand();
        LocalDate first = asked.isOfDemand() ? from : one.gapFrom;
        return isAsked && from.isBefore(end)
                ? new CountedIntervals(connection, known)
                        .of(one.usagePoint, one.suppliedFrom, one.to, DateRange.of(first, end), tariff)
                : List.of();
    }

    /// The end of what the bill may price.
    private LocalDate end(OpenAgreement one) {
        LocalDate end = cycle.billTo();
        for (Reading reading : one.readings) {
            end = reading.at().isAfter(end) ? reading.at() : end;
        }
        return one.billedTo().isAfter(end) ? one.billedTo() : end;
    }

    /// The days that the bill may price; the first of the gap, where there are none.
    private DateRange days(OpenAgreement one) {
        LocalDate end = end(one);
        return DateRange.of(one.gapFrom, one.gapFrom.isBefore(end) ? end : one.gapFrom.plusDays(1));
    }

    /// Empty where it asks for the usage alone on these days, or is no book in use.
    private Optional<Tariff> tariff(OpenAgreement one) {
        return ofMore.computeIfAbsent(one.tariff, id -> tariffs.apply(id).filter(tariff -> !tariff.isOfUsageAlone()))
                .filter(tariff -> !tariff.in(days(one)).isOfUsageAlone());
    }
}
