package org.taswiya.core.tariff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Energy that was fed in, and what was carried in of it, taken off the usage of the period; the surplus is carried on
/// to the next period, or settled at a price.
///
/// A line without a price tells what was taken off; one with a price below zero settles the surplus.
///
/// @param settled the price at which this period settles the surplus; null where it is carried on
record ResolvedNetting(
        String code, Unit unit, @Nullable Decimal settled, boolean isPaidOut, Decimal taxRate, String clause)
        implements ResolvedCharge {
    /// The name of what is in no time band.
    private static final String WHOLE = "";

    @Override
    public ResolvedCharge withoutClauses() {
        return new ResolvedNetting(code, unit, settled, isPaidOut, taxRate, "");
    }

    @Override
    public ResolvedCharge untaxed() {
        return new ResolvedNetting(code, unit, settled, isPaidOut, Decimal.ZERO, clause);
    }

    @Override
    public boolean isLimited() {
        return !isPaidOut;
    }

    /// Where usage is in several bands, what was fed in is as well.
    @Override
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        for (Determinant determinant : List.of(Determinant.EXPORTED_ENERGY, Determinant.CARRIED_IN)) {
            boolean isTold = isByBand(use)
                    ? use.parts().containsKey(determinant)
                    : use.others().containsKey(determinant);
            if (!isTold) {
                String expected = isByBand(use) ? "that of each time band" : "a number";
                return Optional.of(
                        new DeterminantGap(code, determinant, use.others().get(determinant), expected));
            }
        }
        return Optional.empty();
    }

    private static boolean isByBand(BillDeterminants use) {
        return use.byBand().size() > 1 || use.parts().containsKey(Determinant.EXPORTED_ENERGY);
    }

    /// What is taken off a band, and what is left over.
    private record Netted(Fraction used, Fraction given) {
        Fraction off() {
            return used.min(given);
        }

        Fraction surplus() {
            return given.minus(off());
        }
    }

    private SortedMap<String, Netted> netted(BillDeterminants use) {
        SortedMap<String, Netted> netted = new TreeMap<>();
        if (!isByBand(use)) {
            netted.put(WHOLE, new Netted(use.usage(), given(use)));
            return netted;
        }
        TreeSet<String> bands = new TreeSet<>(use.byBand().keySet());
        bands.addAll(use.partsOf(Determinant.EXPORTED_ENERGY).keySet());
        bands.addAll(use.partsOf(Determinant.CARRIED_IN).keySet());
        for (String band : bands) {
            Fraction given = part(use, Determinant.EXPORTED_ENERGY, band).plus(part(use, Determinant.CARRIED_IN, band));
            netted.put(band, new Netted(use.inBand(band), given));
        }
        return netted;
    }

    private static Fraction part(BillDeterminants use, Determinant determinant, String band) {
        return use.find(determinant, band).orElse(Fraction.ZERO);
    }

    /// All that comes off where the usage is large enough; nothing where it comes off band by band, for each then ends
    /// at another usage.
    Fraction given(BillDeterminants use) {
        return isByBand(use)
                ? Fraction.ZERO
                : use.told(Determinant.EXPORTED_ENERGY).plus(use.told(Determinant.CARRIED_IN));
    }

    /// What all other charges of the period are priced by.
    BillDeterminants billed(BillDeterminants use) {
        SortedMap<String, Netted> netted = netted(use);
        Map<String, Fraction> byBand = new TreeMap<>();
        Fraction whole = Fraction.ZERO;
        for (Map.Entry<String, Netted> one : netted.entrySet()) {
            Fraction left = one.getValue().used().minus(one.getValue().off()).reduced();
            whole = whole.plus(left);
            byBand.put(one.getKey(), left);
        }
        if (netted.containsKey(WHOLE)) {
            Fraction left = whole;
            byBand.clear();
            use.byBand().keySet().forEach(band -> byBand.put(band, left));
        }
        return new BillDeterminants(whole, byBand, use.demand(), use.others(), use.parts());
    }

    /// Time band to the energy that is carried on to the next period; of the whole where the name is empty.
    Map<String, Fraction> carriedOut(BillDeterminants use) {
        Map<String, Fraction> carried = new TreeMap<>();
        netted(use)
                .forEach((band, netted) ->
                        carried.put(band, settled == null ? netted.surplus().reduced() : Fraction.ZERO));
        return carried;
    }

    /// @param use before anything was taken off
    @Override
    public void addLines(BillDeterminants use, ChargeRun run, List<ChargeLine> lines) {
        netted(use).forEach((name, netted) -> {
            String band = name.equals(WHOLE) ? null : name;
            if (netted.off().signum() > 0) {
                addLine(netted.off(), Decimal.ZERO, band, run, lines);
            }
            if (settled != null && netted.surplus().signum() > 0) {
                addLine(netted.surplus(), settled.negated(), band, run, lines);
            }
        });
    }

    private void addLine(
            Fraction quantity, Decimal price, @Nullable String band, ChargeRun run, List<ChargeLine> lines) {
        Fraction amount = run.share(quantity.times(price));
        lines.add(run.line(code, 0, band, quantity.reduced(), unit, price, taxRate, amount.toMoneyHalfUp(), clause));
    }

    @Override
    public void addBends(ChargeRun run, List<Fraction> bends) {
        // What is fed in is told of one period, whose usage is told as well.
    }
}
