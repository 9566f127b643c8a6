package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.AskedPast.Netted;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// A price book as a utility publishes it: one service, one class of customer, versions by date.
///
/// @param id for example `casablanca/electricity-household`
/// @param service what is supplied, for example `electricity`
/// @param currency the currency of every price in it, with two decimals
/// @param unit what usage is counted in
/// @param dueDays days from the bill's date to its due date
/// @param versions earliest first, following each other without gap or overlap
/// @param taxes all taxes and levies that any version meets
/// @param calendars when its time bands are, each from its day until that of the next; none where nobody has said
public record Tariff(
        String id,
        String service,
        String currency,
        Unit unit,
        TaxBasis basis,
        int dueDays,
        List<TariffVersion> versions,
        List<Tax> taxes,
        SortedMap<LocalDate, TimeBands> calendars) {

    /// The name of the highest demand of the whole period among those of time bands.
    public static final String WHOLE_DEMAND = "total";

    /// A book of a utility without a calendar of time bands.
    public Tariff(
            String id,
            String service,
            String currency,
            Unit unit,
            TaxBasis basis,
            int dueDays,
            List<TariffVersion> versions,
            List<Tax> taxes) {
        this(id, service, currency, unit, basis, dueDays, versions, taxes, Collections.emptySortedMap());
    }

    public Tariff {
        versions = List.copyOf(versions);
        taxes = List.copyOf(taxes);
        calendars = changes(calendars);
    }

    /// Without those that are the one before them.
    private static SortedMap<LocalDate, TimeBands> changes(SortedMap<LocalDate, TimeBands> stated) {
        SortedMap<LocalDate, TimeBands> changes = new TreeMap<>();
        stated.forEach((day, calendar) -> {
            if (changes.isEmpty() || !changes.lastEntry().getValue().equals(calendar)) {
                changes.put(day, calendar);
            }
        });
        return Collections.unmodifiableSortedMap(changes);
    }

    /// In which time band each hour of a day is; null where nobody has said.
    public @Nullable TimeBands calendarOn(LocalDate day) {
        SortedMap<LocalDate, TimeBands> before = calendars.headMap(day.plusDays(1));
        return before.isEmpty() ? null : before.lastEntry().getValue();
    }

    /// Whether every day of the range has a version in force.
    public boolean covers(DateRange range) {
        boolean first = false;
        boolean last = false;
        for (TariffVersion version : versions) {
            first |= version.isInForceOn(range.from());
            last |= version.isInForceBefore(range.to());
        }
        return first && last;
    }

    /// The index without a value for a month, as in `fuel of 2020-03`, for which days up to an end have no prices;
    /// empty where none lacks.
    public Optional<String> awaitedBefore(LocalDate end) {
        for (TariffVersion version : versions) {
            LocalDate to = version.to();
            if (version.awaits() != null
                    && to != null
                    && to.isBefore(end)
                    && versionOn(to).isEmpty()) {
                return Optional.of(version.awaits() + " of " + YearMonth.from(to));
            }
        }
        return Optional.empty();
    }

    /// All days on which something that it states may begin to hold or cease to.
    public SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (TariffVersion version : versions) {
            days.add(version.from());
            if (version.to() != null) {
                days.add(version.to());
            }
        }
        days.addAll(calendars.keySet());
        for (Tax tax : taxes) {
            switch (tax) {
                case Tax.ValueAddedTax vat -> vat.rates().forEach(rate -> days.add(rate.from()));
                case Tax.PaymentDuty duty -> duty.rates().forEach(rate -> days.add(rate.from()));
                case Tax.VolumeLevy levy -> levy.versions().forEach(version -> days.add(version.from()));
            }
        }
        return days;
    }

    /// The version in force on a day.
    public Optional<TariffVersion> versionOn(LocalDate day) {
        for (TariffVersion version : versions) {
            if (version.isInForceOn(day)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /// The same without versions of which no day of a range is: what those ask for has no bearing on it.
    public Tariff in(DateRange range) {
        List<TariffVersion> meeting =
                versions.stream().filter(version -> version.meets(range)).toList();
        return meeting.size() == versions.size()
                ? this
                : new Tariff(id, service, currency, unit, basis, dueDays, meeting, taxes, calendars);
    }

    /// The codes of what is no part of the charges of a year that a minimum or a maximum of it compares: that itself,
    /// and credits for what was fed in.
    ///
    /// @param period of a bill
    public Set<String> uncountedInYear(DateRange period) {
        Set<String> codes = new TreeSet<>();
        for (TariffVersion version : in(period).versions()) {
            for (TariffComponent component : version.components()) {
                if (component instanceof YearLimit
                        || component instanceof ExportCredit
                        || component instanceof NetMetering) {
                    codes.add(component.code());
                }
            }
        }
        return codes;
    }

    /// The time bands by which some version prices usage.
    public Set<String> timeBands() {
        Set<String> bands = new TreeSet<>();
        versions.forEach(version -> bands.addAll(version.timeBands()));
        return bands;
    }

    /// The time bands by which some version prices demand; empty where it is the highest of the period or none.
    public Set<String> demandBands() {
        Set<String> bands = new TreeSet<>();
        versions.forEach(version -> bands.addAll(version.demandBands()));
        return bands;
    }

    /// The names by which demand is told in parts: all its time bands, for the highest of the period may lie in any,
    /// and [#WHOLE_DEMAND] where some price is of that. Empty where no band divides it.
    public Set<String> demandNames() {
        Set<String> names = demandBands();
        if (!names.isEmpty()) {
            names.addAll(timeBands());
            calendars.values().forEach(calendar -> names.addAll(calendar.bands()));
            if (versions.stream().anyMatch(TariffVersion::isOfWholeDemand)) {
                names.add(WHOLE_DEMAND);
            }
        }
        return names;
    }

    /// Whether the highest demand counts in some month of some version.
    public boolean isOfDemand() {
        return !demandUnits().isEmpty();
    }

    /// The days of a range on which a version charges the highest demand, in order.
    public List<DateRange> daysOfDemand(DateRange range) {
        return versions.stream()
                .filter(version ->
                        version.meets(range) && !version.demandUnits().isEmpty())
                .map(version -> version.daysOf(range))
                .toList();
    }

    /// In which units the highest demand counts; empty where it does not.
    public Set<Unit> demandUnits() {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        versions.forEach(version -> units.addAll(version.demandUnits()));
        return units;
    }

    /// Whether one number, the usage, is all that its prices hang on.
    public boolean isOfUsageAlone() {
        return timeBands().size() <= 1
                && !isOfDemand()
                && determinants().isEmpty()
                && optionalDeterminants().isEmpty();
    }

    /// The same with calendars of its time bands.
    public Tariff with(SortedMap<LocalDate, TimeBands> bands) {
        return new Tariff(id, service, currency, unit, basis, dueDays, versions, taxes, bands);
    }

    /// What some version asks for besides usage and demand, each to be told.
    public Set<Determinant> determinants() {
        return determinants(TariffComponent::determinants);
    }

    /// What some version charges by where it is told, and need not be.
    public Set<Determinant> optionalDeterminants() {
        return determinants(TariffComponent::optionalDeterminants);
    }

    private Set<Determinant> determinants(Function<TariffComponent, Set<Determinant>> asked) {
        Set<Determinant> determinants = EnumSet.noneOf(Determinant.class);
        for (TariffVersion version : versions) {
            version.components().forEach(component -> determinants.addAll(asked.apply(component)));
        }
        return determinants;
    }

    /// Whether it prices what another does: the same service by the same unit in the same currency.
    public boolean canStandInFor(Tariff other) {
        return service.equals(other.service) && unit == other.unit && currency.equals(other.currency);
    }

    /// What it prices.
    public String inWords() {
        return service + " by the " + unit.symbol() + " in " + currency;
    }

    /// This tariff as if what is in force on a day had always been and stayed; empty where nothing is in force then.
    /// Duties on the way of paying are no part of what a usage costs and stay as they are.
    public Optional<Tariff> asOn(LocalDate day) {
        return versionOn(day)
                .map(version -> new Tariff(
                        id,
                        service,
                        currency,
                        unit,
                        basis,
                        dueDays,
                        List.of(new TariffVersion(
                                LocalDate.MIN,
                                null,
                                version.proration(),
                                version.placeholder(),
                                carrying(version.components(), day))),
                        taxes.stream().map(tax -> tax.asOn(day)).toList(),
                        always(calendarOn(day))));
    }

    /// Energy is carried on since the day since which it is, however long the version is looked at.
    private List<TariffComponent> carrying(List<TariffComponent> components, LocalDate day) {
        Netted netted = AskedPast.on(day, this).netted();
        return netted == null
                ? components
                : components.stream()
                        .map(one -> one instanceof NetMetering netting ? netting.since(netted.since()) : one)
                        .toList();
    }

    private static SortedMap<LocalDate, TimeBands> always(@Nullable TimeBands calendar) {
        SortedMap<LocalDate, TimeBands> always = new TreeMap<>();
        if (calendar != null) {
            always.put(LocalDate.MIN, calendar);
        }
        return always;
    }

    /// This tariff as it applies to one period at one meter.
    ///
    /// @param households how many households share the meter, at least one
    /// @throws IllegalArgumentException when it does not cover the period; ask [#covers] first
    public ResolvedTariff resolve(DateRange period, int households) {
        if (!covers(period)) {
            throw new IllegalArgumentException("Tariff " + id + " has no version for part of " + period);
        }
        return new Resolution(this, period, households).resolve();
    }

    /// The rate of a duty that arises when a bill is paid that way on that day, with its code; empty when none does.
    public Optional<PaymentDutyRate> dutyOn(PaymentChannel channel, LocalDate day) {
        for (Tax tax : taxes) {
            if (tax instanceof Tax.PaymentDuty duty && duty.channel() == channel) {
                Optional<Decimal> rate = Tax.DatedRate.on(day, duty.rates());
                if (rate.isPresent() && !rate.get().isZero()) {
                    return Optional.of(new PaymentDutyRate(duty.code(), rate.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// A duty in force: its code and its share of the amount paid.
    public record PaymentDutyRate(String code, Decimal rate) {}
}
