package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// What the prices of a version ask of the days before a period.
///
/// @param year whose bills its blocks add up; null where none do
/// @param winter whose average counts outside it; empty where none does
/// @param monthsBack how many months before the period count with their demand; zero where none do
/// @param netted since when energy is carried on from one period to the next; null where none is
/// @param charges the year of which all charges are compared with a minimum or a maximum; null where none are
public record AskedPast(
        BlockSpan.@Nullable Year year,
        Set<Month> winter,
        int monthsBack,
        @Nullable Netted netted,
        BlockSpan.@Nullable Year charges) {
    private static final int MONTHS = 12;

    /// @param since the first day on which versions that follow each other carry energy on; later than a period where
    ///     that is priced as if it had always been
    /// @param settledIn a period whose last day is in that month carries nothing on; null where each does
    public record Netted(LocalDate since, @Nullable Month settledIn) {
        /// The first day that tells what is carried into a day: of the settlement before the last, so that one lies
        /// between, however long periods are.
        private LocalDate first(LocalDate day) {
            LocalDate begin = since.isAfter(day) ? LocalDate.MIN : since;
            if (settledIn == null) {
                return begin;
            }
            YearMonth settled = YearMonth.from(day).minusMonths(1);
            while (settled.getMonth() != settledIn) {
                settled = settled.minusMonths(1);
            }
            LocalDate before = settled.minusYears(1).atDay(1);
            return before.isAfter(begin) ? before : begin;
        }
    }

    /// Of prices that ask for nothing of the past.
    public static final AskedPast NOTHING = new AskedPast(null, Set.of(), 0, null, null);

    public AskedPast {
        winter = Set.copyOf(winter);
    }

    /// Of the version in force on a day.
    public static AskedPast on(LocalDate day, Tariff tariff) {
        return tariff.versionOn(day)
                .map(version -> of(version, netted(version, tariff)))
                .orElse(NOTHING);
    }

    private static @Nullable Netted netted(TariffVersion version, Tariff tariff) {
        NetMetering netting = version.netMetering();
        if (netting == null) {
            return null;
        }
        return new Netted(
                netting.since() == null ? since(version, tariff) : netting.since(),
                netting.settlement() == null ? null : netting.settlement().month());
    }

    private static LocalDate since(TariffVersion version, Tariff tariff) {
        LocalDate since = version.from();
        for (TariffVersion before : tariff.versions().reversed()) {
            if (before.from().isBefore(since)) {
                if (before.netMetering() == null) {
                    break;
                }
                since = before.from();
            }
        }
        return since;
    }

    private static AskedPast of(TariffVersion version, @Nullable Netted netted) {
        BlockSpan.Year year = null;
        Set<Month> winter = Set.of();
        int monthsBack = 0;
        BlockSpan.Year charges = null;
        for (TariffComponent component : version.components()) {
            if (component instanceof BlockCharge blocks && blocks.rule().span() instanceof BlockSpan.Year span) {
                year = span;
            } else if (component instanceof SewerCharge sewer && sewer.winter() != null) {
                winter = sewer.winter().months();
            } else if (component instanceof YearLimit limit) {
                charges = limit.year();
            } else if (component instanceof BilledDemandCharge demand) {
                for (DemandFloor floor : demand.floors()) {
                    monthsBack = Math.max(monthsBack, floor instanceof DemandFloor.OfPast past ? past.lookBack() : 0);
                }
            }
        }
        return new AskedPast(year, winter, monthsBack, netted, charges);
    }

    /// What it asks of the past in another way than another version does, so that both may be told other numbers.
    Set<Determinant> unlike(AskedPast other) {
        Set<Determinant> unlike = EnumSet.noneOf(Determinant.class);
        if (!Objects.equals(year, other.year)) {
            unlike.add(Determinant.USED_THIS_YEAR);
        }
        if (!Objects.equals(charges, other.charges)) {
            unlike.add(Determinant.CHARGED_THIS_YEAR);
            unlike.add(Determinant.DAYS_THIS_YEAR);
            unlike.add(Determinant.FINAL_BILL);
        }
        if (!winter.equals(other.winter)) {
            unlike.add(Determinant.WINTER_AVERAGE);
        }
        return unlike;
    }

    /// The first day that a period asks of.
    ///
    /// @param from the first day of the period, as of which all is reckoned
    /// @param day of the period, on which the version comes into force or is
    public LocalDate first(LocalDate from, LocalDate day) {
        List<LocalDate> days = new ArrayList<>(List.of(from));
        if (year != null) {
            days.add(year.startOf(from));
        }
        if (charges != null) {
            days.add(charges.startOf(from));
        }
        lastWinter(from).ifPresent(last -> days.add(last.from()));
        if (monthsBack > 0) {
            days.add(YearMonth.from(from).minusMonths(monthsBack).atDay(1));
        }
        if (netted != null) {
            days.add(netted.first(day));
        }
        return days.stream().min(LocalDate::compareTo).orElseThrow();
    }

    /// The last winter that is over on a day: months that follow each other. Empty where there is none, or all of the
    /// year is.
    public Optional<DateRange> lastWinter(LocalDate day) {
        if (winter.isEmpty() || winter.size() == MONTHS) {
            return Optional.empty();
        }
        YearMonth after = YearMonth.from(day);
        while (winter.contains(after.getMonth())
                || !winter.contains(after.minusMonths(1).getMonth())) {
            after = after.minusMonths(1);
        }
        YearMonth first = after;
        while (winter.contains(first.minusMonths(1).getMonth())) {
            first = first.minusMonths(1);
        }
        return Optional.of(DateRange.of(first.atDay(1), after.atDay(1)));
    }
}
