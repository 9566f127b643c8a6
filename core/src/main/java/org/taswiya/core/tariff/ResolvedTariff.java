package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// A tariff ready to rate usage of one period at one meter.
public final class ResolvedTariff {

    private final Tariff tariff;
    private final DateRange period;
    private final List<LocalDate> versions;
    private final List<ChargeRun> runs;
    private final List<LevyRun> levies;
    private final String vatCode;
    private final List<Vat> vats;
    private final boolean isDemandNeeded;

    /// The components whose credits do not make a bill one below zero.
    private final Set<String> limited;
    private final SortedMap<LocalDate, Told> told;
    private final boolean isAnythingTold;
    private final boolean isNetting;

    ResolvedTariff(
            Tariff tariff, DateRange period, List<LocalDate> versions, List<ChargeRun> runs, List<LevyRun> levies) {
        this(tariff, period, versions, runs, levies, Collections.emptySortedMap());
    }

    ResolvedTariff(
            Tariff tariff,
            DateRange period,
            List<LocalDate> versions,
            List<ChargeRun> runs,
            List<LevyRun> levies,
            SortedMap<LocalDate, Told> told) {
        this.tariff = tariff;
        this.period = period;
        this.versions = versions;
        this.runs = runs;
        this.levies = levies;
        this.told = Collections.unmodifiableSortedMap(told);
        this.isAnythingTold = !told.isEmpty();
        this.isNetting = runs.stream().anyMatch(run -> run.charge() instanceof ResolvedNetting);
        this.vatCode = vatCode(tariff);
        this.vats = vats();
        this.isDemandNeeded = runs.stream().anyMatch(run -> run.charge().isDemandNeeded());
        this.limited = runs.stream()
                .map(ChargeRun::charge)
                .filter(ResolvedCharge::isLimited)
                .map(ResolvedCharge::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Tariff tariff() {
        return tariff;
    }

    public DateRange period() {
        return period;
    }

    /// The first days of the versions that meet the period, earliest first.
    public List<LocalDate> versions() {
        return versions;
    }

    /// The blocks of each ladder for these days, after proration, tolerance and households, with what was told by
    /// [#knowing]. Blocks of a year are not among them: where usage lies in them hangs on what was used before.
    public List<BlockBounds> blockBounds() {
        List<BlockBounds> bounds = new ArrayList<>();
        for (ChargeRun run : runs) {
            switch (run.charge()) {
                case ResolvedCharge.Blocks blocks ->
                    bounds.add(new BlockBounds(
                            blocks.code(),
                            run.range(),
                            blocks.steps().stream()
                                    .map(ResolvedStep::bound)
                                    .filter(Objects::nonNull)
                                    .toList()));
                case ResolvedToldBlocks blocks ->
                    blocks.boundsOf(run.told())
                            .ifPresent(upTo -> bounds.add(new BlockBounds(blocks.code(), run.range(), upTo)));
                case ResolvedCharge _ -> {} // has no blocks of the whole usage
            }
        }
        return bounds;
    }

    /// The blocks of each time band that has some, for these days, with what was told by [#knowing]. Their bounds are
    /// of the usage of all bands.
    public List<BandBounds> bandBounds() {
        List<BandBounds> bounds = new ArrayList<>();
        for (ChargeRun run : runs) {
            if (run.charge() instanceof ResolvedBands bands) {
                Fraction peak = run.told().of(Fraction.ZERO).peak();
                for (ResolvedBands.Ladder ladder : bands.ladders()) {
                    List<Fraction> upTo = ladder.upTo(peak);
                    if (!upTo.isEmpty()) {
                        bounds.add(new BandBounds(ladder.band(), new BlockBounds(bands.code(), run.range(), upTo)));
                    }
                }
            }
        }
        return bounds;
    }

    /// The blocks of a time band.
    public record BandBounds(String band, BlockBounds blocks) {}

    /// Up to where each block but the last, open one reaches, its bound included.
    ///
    /// @param code the component
    /// @param range the days on which the ladder holds; usage is counted over the whole period
    public record BlockBounds(String code, DateRange range, List<Fraction> upTo) {
        public BlockBounds {
            upTo = List.copyOf(upTo);
        }
    }

    /// Prices a usage of the whole period, with all else as it was told: see [#knowing].
    ///
    /// @param usage zero or more, in the tariff's unit
    /// @throws IllegalArgumentException when the usage is negative, or not all that the tariff asks for: see
    ///     [#rate(BillDeterminants)]
    public Rating rate(Fraction usage) {
        if (!isNetting) {
            return rating(usage, lines(usage, usage), Map.of());
        }
        NettedUsage netted = NettedUsage.of(usage, runs);
        return rating(netted.left(), lines(usage, netted.left()), netted.carriedOut());
    }

    /// Prices what was used in the whole period.
    ///
    /// @throws IllegalArgumentException when the usage is negative, when it is not there by time band though the prices
    ///     of several differ, when there is no demand though [#isDemandNeeded], or when something else is missing: see
    ///     [#gap]
    public Rating rate(BillDeterminants use) {
        ResolvedNetting netting = netting(use);
        BillDeterminants billed = netting == null ? use : netting.billed(use);
        return rating(billed.usage(), lines(use, billed), netting == null ? Map.of() : netting.carriedOut(use));
    }

    private Rating rating(Fraction billed, List<ChargeLine> lines, Map<String, Fraction> carriedOut) {
        List<ChargeLine> limits = limited(billed, lines);
        List<LostCredit> lost = limited.isEmpty() ? List.of() : LostCredit.between(lines, limits);
        return new Rating(this, billed, limits, taxes(billed, limits), carriedOut, lost);
    }

    /// What comes off the usage before anything is priced; null where nothing does, or where it is not told what.
    private @Nullable ResolvedNetting netting(BillDeterminants use) {
        for (ChargeRun run : runs) {
            if (run.charge() instanceof ResolvedNetting netting
                    && netting.gap(use).isEmpty()) {
                return netting;
            }
        }
        return null;
    }

    /// The same lines with credits that do not make the bill one below zero.
    private List<ChargeLine> limited(Fraction usage, List<ChargeLine> lines) {
        return limited.isEmpty()
                ? lines
                : new CreditLimit(limited, some -> total(usage, some).minorUnits()).limited(lines);
    }

    private Money total(Fraction usage, List<ChargeLine> lines) {
        return new Rating(this, usage, lines, taxes(usage, lines), Map.of(), List.of()).total();
    }

    /// The same with what is told of the period besides its usage.
    ///
    /// Where that changes on a day, every charge that hangs on the change is cut there like one that another version
    /// changes: the whole period is rated by each, and each takes its days of it.
    ///
    /// @param told by the day from which it holds, the first of them no later than the period's first day
    public ResolvedTariff knowing(SortedMap<LocalDate, Told> told) {
        return new ResolvedTariff(tariff, period, versions, new ToldRuns(tariff, period, told).of(runs), levies, told);
    }

    /// What is told of the period besides its usage, by the day from which it holds; empty where nothing is.
    public SortedMap<LocalDate, Told> told() {
        return told;
    }

    /// What the first charge that cannot be told by [#knowing] is missing; empty where every one can.
    public Optional<DeterminantGap> gap() {
        return new RunGaps(runs).first();
    }

    /// The first day on which that charge is missing it.
    public Optional<LocalDate> gapFrom() {
        return new RunGaps(runs).from();
    }

    /// What the first charge of these days that cannot be told is missing, or cannot share with another; empty where
    /// every one can.
    public Optional<DeterminantGap> gap(BillDeterminants use) {
        return new RunGaps(runs).first(use);
    }

    /// Whether some charge of these days is on the highest demand, or in blocks that grow with it.
    public boolean isDemandNeeded() {
        return isDemandNeeded;
    }

    /// @param billed what is left of it to be priced
    private List<ChargeLine> lines(BillDeterminants use, BillDeterminants billed) {
        List<ChargeLine> lines = new ArrayList<>(runs.size() + 4);
        for (ChargeRun run : runs) {
            addLines(run, run.charge() instanceof ResolvedNetting ? use : billed, lines);
        }
        return lines;
    }

    /// @param billed what is left of it to be priced
    List<ChargeLine> lines(Fraction usage, Fraction billed) {
        BillDeterminants alone = BillDeterminants.of(billed);
        List<ChargeLine> lines = new ArrayList<>(runs.size() + 4);
        for (ChargeRun run : runs) {
            Fraction priced = run.charge() instanceof ResolvedNetting ? usage : billed;
            addLines(run, isAnythingTold ? run.told().of(priced) : alone, lines);
        }
        return lines;
    }

    private void addLines(ChargeRun run, BillDeterminants use, List<ChargeLine> lines) {
        if (use.usage().signum() < 0) {
            throw new IllegalArgumentException("Usage " + use.usage() + " is negative");
        }
        if (use.demand().isEmpty() && isDemandNeeded) {
            throw new IllegalArgumentException("Tariff " + tariff.id() + " needs the highest demand of " + period);
        }
        run.requireTold(use);
        run.addLines(use, lines);
    }

    /// The rates of value added tax above zero that its lines may bear, lowest first.
    List<Decimal> vatRates() {
        return vats.stream().map(Vat::rate).toList();
    }

    List<ChargeRun> runs() {
        return runs;
    }

    /// A rate of value added tax and what of a line amount it is.
    private record Vat(Decimal rate, Fraction share) {

        /// The sum of the lines that bear it.
        Money base(List<ChargeLine> lines) {
            long sum = 0;
            for (ChargeLine line : lines) {
                if (line.taxRate().equals(rate)) {
                    sum = Math.addExact(sum, line.amount().minorUnits());
                }
            }
            return Money.ofMinor(sum);
        }
    }

    /// Lowest rate first; no rate of zero.
    private List<Vat> vats() {
        SortedSet<Decimal> rates = new TreeSet<>();
        for (ChargeRun run : runs) {
            run.charge().addTaxRates(rates);
        }
        List<Vat> result = new ArrayList<>();
        for (Decimal rate : rates) {
            if (rate.signum() > 0) {
                result.add(new Vat(rate, vatShare(rate)));
            }
        }
        return result;
    }

    private List<TaxLine> taxes(Fraction usage, List<ChargeLine> lines) {
        List<TaxLine> taxes = new ArrayList<>();
        for (Vat vat : vats) {
            Fraction sum = vat.base(lines).toFraction();
            Money amount = sum.times(vat.share()).toMoneyHalfUp();
            if (!amount.isZero()) {
                Fraction base = isTaxIncluded() ? sum.minus(amount.toFraction()) : sum;
                taxes.add(new TaxLine(vatCode, vat.rate(), base, null, amount));
            }
        }
        for (LevyRun levy : levies) {
            Money amount = levy.unrounded(usage).toMoneyHalfUp();
            if (!amount.isZero()) {
                taxes.add(new TaxLine(levy.code(), null, usage, tariff.unit(), amount));
            }
        }
        return taxes;
    }

    /// The sum of line amounts for each rate of value added tax above zero, lowest rate first.
    static Map<Decimal, Fraction> baseByRate(List<ChargeLine> lines, LineAmount amount) {
        Map<Decimal, Fraction> bases = new TreeMap<>(Comparator.naturalOrder());
        for (ChargeLine line : lines) {
            if (line.taxRate().signum() > 0) {
                bases.merge(line.taxRate(), amount.of(line), Fraction::plus);
            }
        }
        return bases;
    }

    /// Which amount of a line counts: the rounded or the unrounded one.
    interface LineAmount {
        Fraction of(ChargeLine line);
    }

    boolean isTaxIncluded() {
        return tariff.basis() == TaxBasis.TAX_INCLUDED;
    }

    /// What of a line amount is tax: the rate, or for prices that include it rate / (1 + rate).
    Fraction vatShare(Decimal rate) {
        Fraction share = Fraction.of(rate);
        return isTaxIncluded() ? share.dividedBy(Fraction.ONE.plus(share)) : share;
    }

    String vatCode() {
        return vatCode;
    }

    private static String vatCode(Tariff tariff) {
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof ValueAddedTax vat) {
                return vat.code();
            }
        }
        return "VAT";
    }

    List<LevyRun> levies() {
        return levies;
    }

    /// What a usage costs with every tax and no rounding at all, and with no more credited than a bill may; payment
    /// duties are not in it.
    public Fraction unroundedTotal(Fraction usage) {
        return new UnroundedTotal(this, limited).at(usage);
    }

    /// Whether another period's usage costs the same as this one's, whatever it is.
    public boolean costsLike(ResolvedTariff other) {
        if (isTaxIncluded() != other.isTaxIncluded()
                || !levies.equals(other.levies)
                || runs.size() != other.runs.size()) {
            return false;
        }
        for (int i = 0; i < runs.size(); i++) {
            ChargeRun own = runs.get(i);
            ChargeRun theirs = other.runs.get(i);
            if (!Objects.equals(own.share(), theirs.share())
                    || !own.charge().equals(theirs.charge())
                    || !own.told().equals(theirs.told())) {
                return false;
            }
        }
        return true;
    }

    /// The usages at which [#unroundedTotal] jumps or changes its slope, ascending. Between two of them, the lower one
    /// not included and the upper one included, it is a straight line.
    public List<Fraction> bends() {
        List<Fraction> bends = new ArrayList<>();
        runs.forEach(run -> run.charge().addBends(run, bends));
        levies.forEach(levy -> levy.addBends(bends));
        List<Fraction> before = NettedUsage.before(bends, runs);
        new UnroundedTotal(this, limited).addBends(before);
        return before.stream()
                .filter(bend -> bend.signum() > 0)
                .sorted()
                .distinct()
                .toList();
    }
}
