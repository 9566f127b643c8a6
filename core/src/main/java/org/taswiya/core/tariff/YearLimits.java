package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.ResolvedYearLimit.DatedAmount;
import org.taswiya.core.tariff.ResolvedYearLimit.Part;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// The minimums and maximums of years that a period has days of. Each is in force as on the last of these days, with
/// its amounts of all days of the year.
///
/// @param period of a bill
record YearLimits(Tariff tariff, DateRange period) {

    /// One that is compared with the last days of its year in the period.
    ///
    /// @param slice those days
    record Ending(YearLimits of, YearLimit stated, Part part, DateRange slice) {
        ChargeRun resolved(Decimal taxRate) {
            ResolvedYearLimit charge = new ResolvedYearLimit(
                    stated.code(),
                    stated.isMaximum(),
                    part,
                    of.amounts(stated, part),
                    of.tariff.uncountedInYear(of.period),
                    taxRate,
                    stated.clause());
            return ChargeRun.of(charge, slice, of.period);
        }
    }

    /// @param slice days of the period with one version
    List<Ending> endingIn(DateRange slice) {
        List<Ending> ending = new ArrayList<>();
        for (TariffComponent component :
                tariff.versionOn(slice.from()).orElseThrow().components()) {
            if (component instanceof YearLimit limit) {
                Part part = new Part(limit.year().of(slice.from()), period);
                if (part.to().equals(slice.to())) {
                    ending.add(new Ending(this, limit, part, slice));
                }
            }
        }
        return ending;
    }

    /// Each day up to the last of the part has the amount of its version; where that has none, the one that follows.
    private List<DatedAmount> amounts(YearLimit last, Part part) {
        List<DatedAmount> amounts = new ArrayList<>();
        Decimal amount = last.amount();
        LocalDate to = part.to();
        for (TariffVersion version : tariff.versions().reversed()) {
            if (version.from().isBefore(to) && to.isAfter(part.year().from())) {
                amount = amountIn(version, last.isMaximum()).orElse(amount);
                LocalDate from = version.from().isAfter(part.year().from())
                        ? version.from()
                        : part.year().from();
                amounts.add(new DatedAmount(DateRange.of(from, to), amount));
                to = from;
            }
        }
        if (to.isAfter(part.year().from())) {
            amounts.add(new DatedAmount(DateRange.of(part.year().from(), to), amount));
        }
        return amounts;
    }

    /// There is one of each at most, whatever it is called.
    private static Optional<Decimal> amountIn(TariffVersion version, boolean isMaximum) {
        return version.components().stream()
                .filter(component -> component instanceof YearLimit limit && limit.isMaximum() == isMaximum)
                .map(component -> ((YearLimit) component).amount())
                .findFirst();
    }
}
