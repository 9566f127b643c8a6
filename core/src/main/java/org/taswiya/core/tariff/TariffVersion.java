package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// The rules of a tariff over a range of days.
///
/// @param from the first day
/// @param to the day after the last; null while it stays in force until replaced
/// @param placeholder whether a figure of it is reasoned rather than sourced
/// @param awaits the index that has no value yet for the month after it; null where no index ends it
public record TariffVersion(
        LocalDate from,
        @Nullable LocalDate to,
        Proration proration,
        boolean placeholder,
        List<TariffComponent> components,
        @Nullable String awaits) {

    /// That no index ends.
    public TariffVersion(
            LocalDate from,
            @Nullable LocalDate to,
            Proration proration,
            boolean placeholder,
            List<TariffComponent> components) {
        this(from, to, proration, placeholder, components, null);
    }

    public TariffVersion {
        components = List.copyOf(components);
    }

    /// The time bands by which it prices usage.
    public Set<String> timeBands() {
        Set<String> bands = new TreeSet<>();
        for (TariffComponent component : components) {
            if (component instanceof BandCharge charge) {
                charge.bands().forEach(ladder -> bands.add(ladder.band()));
            }
        }
        return bands;
    }

    /// How energy that is fed in comes off the usage; null where none does.
    public @Nullable NetMetering netMetering() {
        return components.stream()
                .filter(NetMetering.class::isInstance)
                .map(NetMetering.class::cast)
                .findFirst()
                .orElse(null);
    }

    /// The time bands by which it prices demand; empty where it is the highest of the period or none.
    public Set<String> demandBands() {
        Set<String> bands = new TreeSet<>();
        for (TariffComponent component : components) {
            DemandBands counted = switch (component) {
                case DemandCharge charge -> charge.bands();
                case OverrunCharge overrun when !overrun.isByExceedance() -> DemandBands.of(overrun.band());
                case TariffComponent _ -> DemandBands.WHOLE;
            };
            bands.addAll(counted.names());
        }
        return bands;
    }

    /// In which units the highest demand counts; empty where it does not.
    public Set<Unit> demandUnits() {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        for (TariffComponent component : components) {
            Unit counted = switch (component) {
                case DemandCharge charge -> charge.unit();
                case BandCharge charge -> charge.isBoundByDemand() ? Unit.KILOWATT : null;
                case BlockCharge _, VolumeCharge _, FixedCharge _, SizedCharge _, MinimumCharge _ -> null;
                case SewerCharge _, YearLimit _ -> null;
                case UnitCharge _, Rider _, Discount _, MaximumCharge _ -> null;
                case BilledDemandCharge charge -> charge.unit();
                case OverrunCharge overrun -> overrun.isByExceedance() ? null : overrun.unit();
                case SubscribedCharge _, ReactiveCharge _, PowerFactorCharge _ -> null;
                case ExportCredit _, NetMetering _ -> null;
            };
            if (counted != null) {
                units.add(counted);
            }
        }
        return units;
    }

    /// The days of a range on which it is in force, where there are some: see [#meets].
    DateRange daysOf(DateRange range) {
        LocalDate first = from.isAfter(range.from()) ? from : range.from();
        return DateRange.of(first, to == null || to.isAfter(range.to()) ? range.to() : to);
    }

    /// Whether something hangs on the highest demand of the whole period, whatever the band.
    boolean isOfWholeDemand() {
        return components.stream().anyMatch(component -> switch (component) {
            case DemandCharge charge -> charge.bands().isWhole();
            case OverrunCharge overrun -> !overrun.isByExceedance() && overrun.band() == null;
            case BandCharge charge -> charge.isBoundByDemand();
            case BilledDemandCharge _ -> true;
            case TariffComponent _ -> false;
        });
    }

    /// Whether it is in force on some day of a range.
    boolean meets(DateRange range) {
        return from.isBefore(range.to()) && (to == null || to.isAfter(range.from()));
    }

    /// Whether it is in force on the day before.
    boolean isInForceBefore(LocalDate day) {
        return from.isBefore(day) && (to == null || !to.isBefore(day));
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
