package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.AskedPast.Netted;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;

/// Energy that was fed in and not used, carried from each period into the next by net metering.
///
/// @param known whose registers say what was fed in
/// @param netted what the prices of the period carry
record CarriedEnergy(Tariff tariff, AskedFor known, Netted netted) {

    /// Energy at the start of a day.
    private record Stock(LocalDate day, Fraction energy) {}

    /// What is carried into a day; empty where the books do not tell it of each day since net metering began, supply
    /// did, a settlement left nothing over, or somebody has written it down.
    ///
    /// @param earlier what was used in periods of the gap before it
    Optional<Fraction> into(LocalDate day, List<Usage> earlier) {
        List<Usage> periods = Stream.concat(known.past().used().stream(), earlier.stream())
                .filter(used -> !used.range().to().isAfter(day))
                .sorted(Comparator.comparing(used -> used.range().from()))
                .toList();
        Stock stock = begin(day, periods);
        for (Usage used : periods) {
            DateRange range = used.range();
            if (range.from().isBefore(stock.day())) {
                continue;
            }
            Optional<Decimal> fedIn = fedIn(range);
            if (!range.from().equals(stock.day()) || fedIn.isEmpty()) {
                return Optional.empty();
            }
            Fraction left = stock.energy()
                    .plus(Fraction.of(fedIn.get()))
                    .minus(Fraction.of(used.quantity()))
                    .max(Fraction.ZERO)
                    .reduced();
            stock = new Stock(range.to(), isSettled(range) ? Fraction.ZERO : left);
        }
        return stock.day().equals(day) ? Optional.of(stock.energy()) : Optional.empty();
    }

    /// From where it is reckoned: the latest day of which it is known without those before it.
    private Stock begin(LocalDate day, List<Usage> periods) {
        LocalDate supplied = known.past().suppliedFrom();
        LocalDate since = netted.since().isAfter(day) ? firstShown().orElse(day) : netted.since();
        LocalDate first = supplied != null && supplied.isAfter(since) ? supplied : since;
        Stock begin = new Stock(first, Fraction.ZERO);
        for (Usage used : periods) {
            if (isSettled(used.range()) && used.range().to().isAfter(begin.day())) {
                begin = new Stock(used.range().to(), Fraction.ZERO);
            }
        }
        for (AgreementFact fact : known.facts()) {
            boolean isCarried = fact.determinant() == Determinant.CARRIED_IN;
            if (isCarried && !fact.from().isBefore(begin.day()) && !fact.from().isAfter(day)) {
                begin = new Stock(fact.from(), Fraction.of(fact.value()));
            }
        }
        return begin;
    }

    /// Since when a register counts what is fed in.
    private Optional<LocalDate> firstShown() {
        return known.facts().stream()
                .filter(fact -> fact.determinant() == Determinant.EXPORTED_ENERGY)
                .map(AgreementFact::from)
                .min(LocalDate::compareTo);
    }

    /// What was fed in during a period, by what its register shows on its first day and on the day after its last.
    /// Where nobody read it there, it is divided by days, as usage is.
    Optional<Decimal> fedIn(DateRange period) {
        Optional<Decimal> first = known.shownOrDivided(Determinant.EXPORTED_ENERGY, period.from());
        return known.shownOrDivided(Determinant.EXPORTED_ENERGY, period.to())
                .flatMap(last -> first.map(last::minus))
                .filter(counted -> counted.signum() >= 0);
    }

    /// Net metering that is in force on the first day of a period holds for all of it.
    private boolean isSettled(DateRange period) {
        return tariff.versionOn(period.from())
                .map(TariffVersion::netMetering)
                .filter(netting -> netting.settles(period))
                .isPresent();
    }
}
