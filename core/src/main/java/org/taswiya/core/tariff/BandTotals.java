package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What usages by time band and highest demands of one period cost in all, to the minor unit what [Rating#total] says,
/// without a line of it: [Totals] for tariffs that ask for more than the usage.
///
/// Immutable. What does not fit 64 bits is rated, and so is what a minimum charge may top up.
public final class BandTotals {
    private static final int ALL_DEMAND = -1;

    private final ResolvedTariff tariff;
    private final List<String> bands;
    private final List<String> demandBands;
    private final Fraction stepsPerUnit;
    private final Fraction demandStepsPerUnit;
    private final TotalsTaxes taxes;
    private final List<PartTotals> ladders = new ArrayList<>();
    private final List<PartTotals> demands = new ArrayList<>();

    /// Bands of which the highest counts, by their places; after those of single bands in the numbers of parts.
    private final List<List<Integer>> joined = new ArrayList<>();
    private final TotalsSegment time;
    private final boolean isReckoned;

    /// The least that everything together costs, in minor units; zero where there is no minimum.
    private final long minimum;

    /// @param part the band's place in what is asked about
    private record PartTotals(int part, LadderTotals ladder) {}

    private BandTotals(Asked asked) {
        tariff = asked.tariff();
        bands = asked.bands();
        demandBands = asked.demandBands();
        stepsPerUnit = perUnit(asked.decimals());
        demandStepsPerUnit = perUnit(asked.demandDecimals());
        taxes = new TotalsTaxes(tariff);
        time = new TotalsSegment.Builder(tariff, Fraction.ZERO, Fraction.ONE, stepsPerUnit)
                .build(tariff.runs().stream()
                        .filter(run -> run.charge() instanceof ResolvedCharge.Fixed)
                        .toList());
        boolean isKnown = tariff.levies().isEmpty();
        long least = 0;
        for (ChargeRun run : tariff.runs()) {
            switch (run.charge()) {
                case ResolvedBands charge -> isKnown &= addLadders(charge, run);
                case ResolvedDemand charge -> addDemand(charge, run);
                case ResolvedCharge.Fixed _ -> {} // reckoned once
                case ResolvedCharge.Minimum charge -> {
                    least = Math.max(least, ceiling(charge.count().times(charge.minimum())));
                    isKnown &= run.share() == null;
                }
                case ResolvedCharge _ -> isKnown = false;
            }
        }
        minimum = least;
        isReckoned = isKnown;
    }

    /// What is asked about.
    ///
    /// @param bands the time bands of usage, in the order in which it will be given
    /// @param decimals a step of usage is `10^-decimals` of a unit
    /// @param demandBands the time bands of demand, likewise
    public record Asked(
            ResolvedTariff tariff, List<String> bands, int decimals, List<String> demandBands, int demandDecimals) {
        public Asked {
            bands = List.copyOf(bands);
            demandBands = List.copyOf(demandBands);
        }
    }

    public static BandTotals of(Asked asked) {
        return new BandTotals(asked);
    }

    private static Fraction perUnit(int decimals) {
        return Fraction.ONE.dividedBy(Fraction.of(Decimal.ofSteps(1, decimals)));
    }

    private static long ceiling(Fraction amount) {
        return amount.times(Fraction.of(100)).negated().floor().negate().longValueExact();
    }

    /// @return whether all of them can be reckoned here
    private boolean addLadders(ResolvedBands charge, ChargeRun run) {
        boolean isKnown = true;
        for (ResolvedBands.Ladder ladder : charge.ladders()) {
            int part = bands.indexOf(ladder.band());
            isKnown &= !ladder.isOfDemand() && part >= 0;
            int ofClass = TotalsTaxes.ofClass(tariff, charge.taxRate());
            Fraction factor = run.share(Fraction.ONE);
            ladders.add(new PartTotals(part, new LadderTotals(ladder.steps(), factor, stepsPerUnit, ofClass)));
        }
        return isKnown;
    }

    private void addDemand(ResolvedDemand charge, ChargeRun run) {
        List<Integer> places = charge.bands().names().stream()
                .map(demandBands::indexOf)
                .filter(place -> place >= 0) // a band that nobody asks about did not occur
                .toList();
        if (charge.bands().isWhole() || !places.isEmpty()) {
            int part = charge.bands().isWhole() ? ALL_DEMAND : part(places);
            Fraction factor = run.share(charge.months());
            int ofClass = TotalsTaxes.ofClass(tariff, charge.taxRate());
            demands.add(new PartTotals(part, new LadderTotals(charge.steps(), factor, demandStepsPerUnit, ofClass)));
        }
    }

    private int part(List<Integer> places) {
        if (places.size() == 1) {
            return places.getFirst();
        }
        joined.add(places);
        return demandBands.size() + joined.size() - 1;
    }

    private long highest(int part, long[] demand) {
        if (part < demand.length) {
            return demand[part];
        }
        long highest = 0;
        for (int place : joined.get(part - demand.length)) {
            highest = Math.max(highest, demand[place]);
        }
        return highest;
    }

    /// What it costs, in minor units.
    ///
    /// @param usage steps in each time band, zero or more
    /// @param demand steps of the highest demand in each of its time bands, zero or more
    public long total(long[] usage, long[] demand) {
        if (isReckoned) {
            try {
                long[] sums = taxes.newSums();
                int lines = addTo(sums, usage, demand);
                if (minimum == 0 || isAboveMinimum(sums, lines)) {
                    return taxes.total(sums);
                }
            } catch (ArithmeticException _) {
                // larger than what 64 bits hold: rated below
            }
        }
        return tariff.rate(determinants(usage, demand)).total().minorUnits();
    }

    private int addTo(long[] sums, long[] usage, long[] demand) {
        time.addTo(sums, 0);
        long whole = 0;
        for (long steps : usage) {
            whole = Math.addExact(whole, steps);
        }
        int lines = tariff.runs().size();
        for (PartTotals part : ladders) {
            lines += part.ladder().addTo(sums, usage[part.part()], whole);
        }
        long peak = 0;
        for (long steps : demand) {
            peak = Math.max(peak, steps);
        }
        for (PartTotals part : demands) {
            long steps = part.part() == ALL_DEMAND ? peak : highest(part.part(), demand);
            lines += part.ladder().addTo(sums, steps, steps);
        }
        return lines;
    }

    /// A minimum looks at amounts before they are rounded: each line may be half a minor unit less.
    private boolean isAboveMinimum(long[] sums, int lines) {
        long sum = 0;
        for (long one : sums) {
            sum = Math.addExact(sum, one);
        }
        return sum > minimum + lines;
    }

    private BillDeterminants determinants(long[] usage, long[] demand) {
        return BillDeterminants.of(
                fractions(bands, usage, stepsPerUnit), fractions(demandBands, demand, demandStepsPerUnit));
    }

    private static Map<String, Fraction> fractions(List<String> bands, long[] steps, Fraction perUnit) {
        Map<String, Fraction> fractions = new HashMap<>();
        for (int i = 0; i < steps.length; i++) {
            fractions.put(bands.get(i), Fraction.of(steps[i]).dividedBy(perUnit));
        }
        return Map.copyOf(fractions);
    }
}
