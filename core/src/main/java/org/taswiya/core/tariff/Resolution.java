package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.ResolvedCharge.Blocks;
import org.taswiya.core.tariff.ResolvedToldBlocks.YearPart;
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
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;

/// Lays the versions and tax rates that meet a period out over its days.
///
/// The period is cut at every change of version or tax rate; a charge that is the same on both sides of a cut is put
/// together again, so that only what really changed is shared out by days.
final class Resolution {

    private final Tariff tariff;
    private final DateRange period;
    private final int households;

    Resolution(Tariff tariff, DateRange period, int households) {
        if (households < 1) {
            throw new IllegalArgumentException("Households " + households + " is below one");
        }
        this.tariff = tariff;
        this.period = period;
        this.households = households;
    }

    ResolvedTariff resolve() {
        Map<String, List<ChargeRun>> runsByCode = new LinkedHashMap<>();
        YearLimits limits = new YearLimits(tariff, period);
        List<ChargeRun> last = new ArrayList<>();
        for (DateRange slice : slices()) {
            for (ResolvedCharge charge : charges(slice.from())) {
                append(runsByCode.computeIfAbsent(charge.code(), code -> new ArrayList<>()), charge, slice);
            }
            limits.endingIn(slice).forEach(limit -> last.add(limit.resolved(vatRate(limit.stated(), slice.from()))));
        }
        List<ChargeRun> runs = new ArrayList<>();
        runsByCode.values().forEach(runs::addAll);
        runs.addAll(last); // after everything that they compare
        netting().ifPresent(netting -> runs.add(ChargeRun.of(netting, period, period)));
        return new ResolvedTariff(tariff, period, versionDates(), List.copyOf(runs), levies());
    }

    private List<LocalDate> versionDates() {
        return tariff.versions().stream()
                .filter(version -> version.meets(period))
                .map(TariffVersion::from)
                .toList();
    }

    private List<DateRange> slices() {
        SortedSet<LocalDate> starts = new TreeSet<>();
        tariff.versions().forEach(version -> starts.add(version.from()));
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof ValueAddedTax vat) {
                vat.rates().forEach(rate -> starts.add(rate.from()));
            }
        }
        addYearStarts(starts);
        if (isSeasonal()) {
            LocalDate month = period.from().withDayOfMonth(1);
            for (; month.isBefore(period.to()); month = month.plusMonths(1)) {
                starts.add(month);
            }
        }
        return cut(starts);
    }

    /// Where a year of some blocks, or of a minimum or a maximum, begins within the period.
    private void addYearStarts(SortedSet<LocalDate> starts) {
        for (TariffVersion version : tariff.versions()) {
            for (TariffComponent component : version.components()) {
                BlockSpan.Year year = year(component);
                if (year != null) {
                    LocalDate start = year.startOf(period.to());
                    for (; start.isAfter(period.from()); start = start.minusYears(1)) {
                        starts.add(start);
                    }
                }
            }
        }
    }

    private static BlockSpan.@Nullable Year year(TariffComponent component) {
        return switch (component) {
            case BlockCharge blocks -> blocks.rule().span() instanceof BlockSpan.Year year ? year : null;
            case YearLimit limit -> limit.year();
            case TariffComponent _ -> null;
        };
    }

    private boolean isSeasonal() {
        return tariff.versions().stream()
                .flatMap(version -> version.components().stream())
                .anyMatch(component -> component.months().size() < Month.values().length
                        || (component instanceof SewerCharge sewer && sewer.winter() != null));
    }

    /// The period cut at those of the days that lie inside it.
    private List<DateRange> cut(SortedSet<LocalDate> starts) {
        List<DateRange> slices = new ArrayList<>();
        LocalDate from = period.from();
        for (LocalDate start : starts) {
            if (start.isAfter(from) && start.isBefore(period.to())) {
                slices.add(DateRange.of(from, start));
                from = start;
            }
        }
        slices.add(DateRange.of(from, period.to()));
        return slices;
    }

    private void append(List<ChargeRun> runs, ResolvedCharge charge, DateRange slice) {
        ChargeRun last = runs.isEmpty() ? null : runs.getLast();
        boolean continues = last != null
                && last.range().to().equals(slice.from())
                && last.charge().same(charge);
        if (last != null && continues) {
            runs.removeLast();
            runs.add(ChargeRun.of(last.charge(), DateRange.of(last.range().from(), slice.to()), period));
        } else {
            runs.add(ChargeRun.of(charge, slice, period));
        }
    }

    private List<ResolvedCharge> charges(LocalDate day) {
        TariffVersion version = tariff.versionOn(day).orElseThrow();
        Fraction months = version.proration().charges().months(period.days());
        PowerCharges power = new PowerCharges(period, version.proration());
        List<ResolvedCharge> charges = new ArrayList<>();
        List<MinimumCharge> minimums = new ArrayList<>();
        List<ResolvedCharge> credits = new ArrayList<>();
        List<TariffComponent> due = version.components().stream()
                .filter(component -> component.months().contains(day.getMonth()))
                .toList();
        for (TariffComponent component : due) {
            switch (component) {
                case BlockCharge blocks -> charges.add(blocks(blocks, version, day));
                case BandCharge bands -> charges.add(bands(bands, version, day));
                case DemandCharge demand -> charges.add(demand(demand, months, day));
                case UnitCharge units ->
                    charges.add(new ResolvedUnits(
                            units.code(), units.unit(), units.price(), vatRate(units, day), units.clause()));
                case FixedCharge fixed ->
                    charges.add(new ResolvedCharge.Fixed(
                            fixed.code(),
                            fixed.per().count(version.proration(), period.days()),
                            fixed.per().unit(),
                            fixed.price(),
                            vatRate(fixed, day),
                            fixed.clause()));
                case SewerCharge sewer -> charges.add(sewer(sewer, version, day));
                case SizedCharge sized ->
                    charges.add(new ResolvedSized(
                            sized.code(),
                            sized.by(),
                            sized.per().count(version.proration(), period.days()),
                            sized.per().unit(),
                            sized.prices(),
                            vatRate(sized, day),
                            sized.clause()));
                case SubscribedCharge subscribed -> charges.add(power.subscribed(subscribed, vatRate(subscribed, day)));
                case OverrunCharge overrun -> charges.add(power.overrun(overrun, vatRate(overrun, day)));
                case BilledDemandCharge billed -> charges.add(power.billedDemand(billed, vatRate(billed, day)));
                case ReactiveCharge reactive -> charges.add(PowerCharges.reactive(reactive, vatRate(reactive, day)));
                case MinimumCharge minimum -> minimums.add(minimum);
                case VolumeCharge _ -> {} // resolved with the charge it follows
                case ExportCredit export -> credits.add(export(export, version.proration(), day));
                case NetMetering _ -> {} // resolved once for the whole period
                case YearLimit _ -> {} // resolved with the last days of its year
                case Rider _,
                        PowerFactorCharge _,
                        Discount _,
                        MaximumCharge _ -> {} // resolved below: they hang on others
            }
        }
        HangingCharges.Period of = new HangingCharges.Period(period.days(), version.proration(), tariff.unit());
        new HangingCharges(charges, due, of, component -> vatRate(component, day)).addTo(charges);
        ChargedSum others = new ChargedSum(charges, Set.of());
        for (MinimumCharge minimum : minimums) {
            charges.add(new ResolvedCharge.Minimum(
                    minimum.code(),
                    minimum.per().count(version.proration(), period.days()),
                    minimum.per().unit(),
                    minimum.amount(),
                    others,
                    vatRate(minimum, day),
                    minimum.clause()));
        }
        charges.addAll(credits); // after everything: nothing hangs on them
        return charges;
    }

    private ResolvedExport export(ExportCredit credit, Proration proration, LocalDate day) {
        Fraction months = proration.bounds().months(period.days());
        return new ResolvedExport(
                credit.code(),
                credit.unit(),
                credit.band(),
                credit.isPaidOut(),
                ResolvedStep.of(credit.tiers(), months, proration),
                vatRate(credit, day),
                credit.clause());
    }

    /// Usage is of the whole period, and so is what comes off it: what is in force on its first day holds for all of
    /// it.
    private Optional<ResolvedNetting> netting() {
        TariffVersion version = tariff.versionOn(period.from()).orElseThrow();
        NetMetering netting = version.netMetering();
        if (netting == null) {
            return Optional.empty();
        }
        SurplusSettlement settlement = netting.settlement();
        return Optional.of(new ResolvedNetting(
                netting.code(),
                netting.unit(),
                settlement == null || !netting.settles(period) ? null : settlement.price(),
                netting.isPaidOut(),
                vatRate(netting, period.from()),
                netting.clause()));
    }

    private ResolvedBands bands(BandCharge charge, TariffVersion version, LocalDate day) {
        List<ResolvedBands.Ladder> ladders = charge.bands().stream()
                .map(ladder -> ladder(ladder, version.proration()))
                .toList();
        return new ResolvedBands(charge.code(), charge.unit(), ladders, vatRate(charge, day), charge.clause());
    }

    private ResolvedBands.Ladder ladder(BandLadder ladder, Proration proration) {
        Fraction factor = ladder.basis().isDaily()
                ? Fraction.of(period.days())
                : proration.bounds().months(period.days());
        return new ResolvedBands.Ladder(
                ladder.band(), ladder.basis().isOfDemand(), ResolvedStep.of(ladder.tiers(), factor, proration));
    }

    private ResolvedDemand demand(DemandCharge charge, Fraction months, LocalDate day) {
        return new ResolvedDemand(
                charge.code(),
                charge.unit(),
                charge.bands(),
                months,
                ResolvedStep.of(charge.tiers(), Fraction.ONE, Proration.NONE),
                vatRate(charge, day),
                charge.clause());
    }

    private ResolvedCharge blocks(BlockCharge charge, TariffVersion version, LocalDate day) {
        BlockRule rule = charge.rule();
        Proration proration = version.proration();
        Fraction times = switch (rule.span()) {
            case BlockSpan.Day _ -> Fraction.of(period.days());
            case BlockSpan.Month _ -> proration.bounds().months(period.days());
            case BlockSpan.Year _ -> Fraction.ONE;
        };
        Fraction factor = rule.perHousehold() ? times.times(Fraction.of(households)) : times;
        Blocks blocks = blocks(charge, ResolvedStep.of(charge.tiers(), factor, proration), version, day);
        if (!rule.isTold()) {
            return blocks;
        }
        YearPart part = rule.span() instanceof BlockSpan.Year year ? new YearPart(year.startOf(day), period) : null;
        return new ResolvedToldBlocks(
                blocks.withBounds(List.of()), charge.tiers(), rule, times, households, proration, part);
    }

    private ResolvedSewer sewer(SewerCharge charge, TariffVersion version, LocalDate day) {
        Proration proration = version.proration();
        Fraction months = proration.bounds().months(period.days());
        Blocks blocks = new Blocks(
                charge.code(),
                charge.unit(),
                ResolvedStep.of(charge.tiers(), months, proration),
                List.of(),
                vatRate(charge, day),
                charge.clause());
        WinterRule winter = charge.winter();
        boolean isWinter = winter == null || winter.months().contains(day.getMonth());
        return new ResolvedSewer(blocks, charge.returned(), isWinter ? null : winter, months);
    }

    private Blocks blocks(BlockCharge charge, List<ResolvedStep> steps, TariffVersion version, LocalDate day) {
        List<Blocks.Follower> followers = new ArrayList<>();
        for (TariffComponent component : version.components()) {
            if (component instanceof VolumeCharge volume && volume.follows().equals(charge.code())) {
                followers.add(
                        new Blocks.Follower(volume.code(), volume.prices(), vatRate(volume, day), volume.clause()));
            }
        }
        return new Blocks(charge.code(), charge.unit(), steps, followers, vatRate(charge, day), charge.clause());
    }

    private Decimal vatRate(TariffComponent component, LocalDate day) {
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof ValueAddedTax vat && vat.taxClass().equals(component.taxClass())) {
                return vat.rateOn(day)
                        .orElseThrow(() -> new IllegalStateException("Tariff " + tariff.id() + " has no rate of "
                                + vat.code() + " for " + vat.taxClass() + " on " + day));
            }
        }
        throw new IllegalStateException("Tariff " + tariff.id() + " knows no tax class '" + component.taxClass() + "'");
    }

    private List<LevyRun> levies() {
        List<LevyRun> runs = new ArrayList<>();
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof VolumeLevy levy) {
                addLevyRuns(levy, runs);
            }
        }
        return runs;
    }

    /// Cut where the levy changes, or where the months change that the period counts as.
    private void addLevyRuns(VolumeLevy levy, List<LevyRun> runs) {
        SortedSet<LocalDate> starts = new TreeSet<>();
        levy.versions().forEach(version -> starts.add(version.from()));
        Fraction before = null;
        for (TariffVersion version : tariff.in(period).versions()) {
            Fraction months = months(version);
            if (!months.equals(before)) {
                starts.add(version.from());
            }
            before = months;
        }
        for (DateRange slice : cut(starts)) {
            Fraction months = months(tariff.versionOn(slice.from()).orElseThrow());
            levy.versionOn(slice.from()).ifPresent(version -> runs.add(levyRun(levy, version, months, slice)));
        }
    }

    private Fraction months(TariffVersion version) {
        return version.proration().bounds().months(period.days());
    }

    private LevyRun levyRun(VolumeLevy levy, LevyVersion version, Fraction months, DateRange slice) {
        return new LevyRun(levy.code(), version, months, ChargeRun.shareOf(slice, period));
    }
}
