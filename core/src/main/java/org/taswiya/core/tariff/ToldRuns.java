package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.taswiya.core.calendar.DateRange;
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

/// Cuts the charges of a period where something that they hang on changes.
final class ToldRuns {
    private final Tariff tariff;
    private final DateRange period;
    private final SortedMap<LocalDate, Told> told;

    /// @param told by the day from which it holds, the first of them no later than the period's first day
    ToldRuns(Tariff tariff, DateRange period, SortedMap<LocalDate, Told> told) {
        this.tariff = tariff;
        this.period = period;
        this.told = told;
    }

    List<ChargeRun> of(List<ChargeRun> runs) {
        List<ChargeRun> cut = new ArrayList<>(runs.size());
        runs.forEach(run -> cut(run, cut));
        return cut;
    }

    private void cut(ChargeRun run, List<ChargeRun> cut) {
        LocalDate from = run.range().from();
        for (LocalDate day : told.subMap(from.plusDays(1), run.range().to()).keySet()) {
            boolean isOfShares = run.charge().isOfShares() && !on(from).shares().equals(on(day).shares());
            if (isOfShares || hangsOn(run.charge().code(), from, day)) {
                cut.add(ChargeRun.of(run.charge(), DateRange.of(from, day), period)
                        .knowing(on(from)));
                from = day;
            }
        }
        DateRange left = DateRange.of(from, run.range().to());
        ChargeRun last = left.equals(run.range()) ? run : ChargeRun.of(run.charge(), left, period);
        cut.add(last.knowing(on(from)));
    }

    private Told on(LocalDate day) {
        return Objects.requireNonNull(told.get(told.headMap(day.plusDays(1)).lastKey()));
    }

    /// Whether a charge asks for anything that is another from one day to the next.
    private boolean hangsOn(String code, LocalDate from, LocalDate day) {
        Told before = on(from);
        Told after = on(day);
        Set<Determinant> asked = new HashSet<>();
        for (TariffComponent component : tariff.versionOn(from).orElseThrow().components()) {
            boolean isOfAll = switch (component) {
                case MinimumCharge _, MaximumCharge _, Rider _, Discount _, PowerFactorCharge _ ->
                    component.code().equals(code);
                case BlockCharge _, VolumeCharge _, BandCharge _, DemandCharge _, FixedCharge _ -> false;
                case SewerCharge _, SizedCharge _, UnitCharge _, YearLimit _ -> false;
                case SubscribedCharge _, OverrunCharge _, BilledDemandCharge _, ReactiveCharge _ -> false;
                case ExportCredit _, NetMetering _ -> false;
            };
            if (isOfAll) {
                asked.addAll(before.others().keySet());
                asked.addAll(after.others().keySet());
                // What the same charge of two versions hangs on, both of them ask for alike.
                asked.removeAll(AskedPast.on(day, tariff).unlike(AskedPast.on(from, tariff)));
            } else if (component.code().equals(code)) {
                asked.addAll(component.determinants());
                asked.addAll(component.optionalDeterminants());
            }
        }
        return asked.stream().anyMatch(one -> differs(one, before.others(), after.others()));
    }

    private static boolean differs(Determinant one, Map<Determinant, ?> before, Map<Determinant, ?> after) {
        return !Objects.equals(before.get(one), after.get(one));
    }
}
