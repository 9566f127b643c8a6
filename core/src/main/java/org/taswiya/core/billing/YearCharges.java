package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.ComparedYear;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;

/// What was charged in a year before a period that ends it, or ends supply, where a minimum or a maximum of the year
/// compares that. No other period asks for it.
///
/// @param period which it is
/// @param earlier what was used in periods of the gap before it
/// @param prices of such a period after those before it, where no year ends
record YearCharges(
        Tariff tariff,
        AskedFor known,
        DateRange period,
        List<Usage> earlier,
        BiFunction<DateRange, List<Usage>, ResolvedTariff> prices) {

    /// What is told besides, as it is asked for from a day on.
    Map<Determinant, Fraction> with(LocalDate day, Map<Determinant, Fraction> told) {
        BlockSpan.Year year = AskedPast.on(day, tariff).charges();
        BilledPast past = known.past();
        if (year == null || past.equals(BilledPast.NOTHING)) {
            return told;
        }
        boolean isFinal = past.endsWith(period);
        DateRange first = year.of(period.from());
        if (!isFinal && first.to().isAfter(period.to())) {
            return told;
        }
        Map<Determinant, Fraction> others = new EnumMap<>(Determinant.class);
        others.putAll(told);
        LocalDate supplied = past.suppliedSince(first.from());
        if (supplied.isBefore(period.from())) {
            long days = DateRange.of(supplied, period.from()).days();
            others.put(Determinant.DAYS_THIS_YEAR, Fraction.of(days));
        } else {
            others.put(Determinant.DAYS_THIS_YEAR, Fraction.ZERO);
        }
        if (isFinal) {
            others.put(Determinant.FINAL_BILL, Fraction.ONE);
        }
        charged(first.from()).ifPresent(sum -> others.put(Determinant.CHARGED_THIS_YEAR, sum));
        return others;
    }

    /// Since what was written down last, as from an old system, else since the first day of the year.
    private Optional<Fraction> charged(LocalDate since) {
        LocalDate from = since;
        Fraction before = Fraction.ZERO;
        for (AgreementFact fact : known.facts()) {
            boolean isOfYear = !fact.from().isBefore(from) && !fact.from().isAfter(period.from());
            if (fact.determinant() == Determinant.CHARGED_THIS_YEAR && isOfYear) {
                from = fact.from();
                before = Fraction.of(fact.value());
            }
        }
        LocalDate begin = from;
        Fraction written = before;
        return chargedEarlier()
                .flatMap(charged -> known.past().chargedIn(begin, period.from(), charged))
                .map(written::plus);
    }

    /// Empty where one of the periods cannot be priced.
    private Optional<List<ChargedPeriod>> chargedEarlier() {
        List<ChargedPeriod> charged = new ArrayList<>(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            Usage one = earlier.get(i);
            Optional<Money> amount =
                    ComparedYear.charged(prices.apply(one.range(), earlier.subList(0, i)), Fraction.of(one.quantity()));
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            charged.add(new ChargedPeriod(one.range(), amount.get()));
        }
        return Optional.of(charged);
    }
}
