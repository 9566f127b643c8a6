package org.taswiya.core.tariff;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What a usage of one period costs: lines, taxes and their sums.
///
/// @param taxes value added tax by rate, lowest first, then levies; taxes of zero are left out
/// @param carriedOut time band to the energy that was fed in and is carried on to the next period, of the whole where
///     the name is empty; empty where none is netted
/// @param lost credits above the bill that are not paid out, by component
public record Rating(
        ResolvedTariff resolved,
        Fraction usage,
        List<ChargeLine> lines,
        List<TaxLine> taxes,
        Map<String, Fraction> carriedOut,
        List<LostCredit> lost) {

    public Rating {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        carriedOut = Map.copyOf(carriedOut);
        lost = List.copyOf(lost);
    }

    /// Whether line amounts have value added tax in them.
    public boolean isTaxIncluded() {
        return resolved.isTaxIncluded();
    }

    /// The sum before all taxes.
    public Money net() {
        return total().minus(tax());
    }

    public Money tax() {
        Money sum = Money.ZERO;
        for (TaxLine tax : taxes) {
            sum = sum.plus(tax.amount());
        }
        return sum;
    }

    /// Everything that is due for the period; a duty on the way of paying comes on top when it is paid.
    public Money total() {
        Money sum = Money.ZERO;
        for (ChargeLine line : lines) {
            sum = sum.plus(line.amount());
        }
        for (TaxLine tax : taxes) {
            if (!resolved.isTaxIncluded() || tax.baseUnit() != null) {
                sum = sum.plus(tax.amount());
            }
        }
        return sum;
    }

    /// Tax code to amount.
    public Map<String, Money> byTax() {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (TaxLine tax : taxes) {
            sums.merge(tax.code(), tax.amount(), Money::plus);
        }
        return sums;
    }

    /// Component code to net amount. Where prices include tax, what rounding leaves over goes to the largest component,
    /// of equal ones to the first.
    public Map<String, Money> netByComponent() {
        Map<String, Fraction> nets = new LinkedHashMap<>();
        for (ChargeLine line : lines) {
            Fraction amount = line.amount().toFraction();
            nets.merge(line.component(), netOf(line, amount), Fraction::plus);
        }
        Map<String, Money> rounded = new LinkedHashMap<>();
        nets.forEach((code, net) -> rounded.put(code, net.toMoney(RoundingMode.HALF_UP)));
        giveRemainderToLargest(rounded);
        return rounded;
    }

    private void giveRemainderToLargest(Map<String, Money> nets) {
        Money remainder = net();
        String largest = "";
        Money most = Money.ofMinor(Long.MIN_VALUE);
        for (Map.Entry<String, Money> entry : nets.entrySet()) {
            remainder = remainder.minus(entry.getValue());
            if (entry.getValue().compareTo(most) > 0) {
                largest = entry.getKey();
                most = entry.getValue();
            }
        }
        if (!remainder.isZero()) {
            nets.merge(largest, remainder, Money::plus);
        }
    }

    private Fraction netOf(ChargeLine line, Fraction amount) {
        return resolved.isTaxIncluded() ? amount.minus(amount.times(resolved.vatShare(line.taxRate()))) : amount;
    }

    /// The same rating with nothing rounded.
    public UnroundedRating unrounded() {
        Fraction lineSum = Fraction.ZERO;
        for (ChargeLine line : lines) {
            lineSum = lineSum.plus(line.unrounded());
        }
        List<UnroundedRating.UnroundedTax> unroundedTaxes = new ArrayList<>();
        Fraction vat = Fraction.ZERO;
        for (var base : ResolvedTariff.baseByRate(lines, ChargeLine::unrounded).entrySet()) {
            Fraction amount = base.getValue().times(resolved.vatShare(base.getKey()));
            Fraction net = resolved.isTaxIncluded() ? base.getValue().minus(amount) : base.getValue();
            vat = vat.plus(amount);
            unroundedTaxes.add(new UnroundedRating.UnroundedTax(resolved.vatCode(), base.getKey(), net, amount));
        }
        Fraction levies = Fraction.ZERO;
        for (LevyRun levy : resolved.levies()) {
            Fraction amount = levy.unrounded(usage);
            levies = levies.plus(amount);
            unroundedTaxes.add(new UnroundedRating.UnroundedTax(levy.code(), null, usage, amount));
        }
        Fraction net = resolved.isTaxIncluded() ? lineSum.minus(vat) : lineSum;
        unroundedTaxes.removeIf(tax -> tax.amount().signum() == 0);
        return new UnroundedRating(net, vat.plus(levies), unroundedTaxes);
    }
}
