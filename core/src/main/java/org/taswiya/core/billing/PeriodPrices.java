package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.DeterminantGap;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.Told;

/// The prices of an agreement's periods, with what is known besides the usage where the tariff asks for it.
public final class PeriodPrices {
    private final Tariff tariff;
    private final int households;
    private final AskedFor known;
    private final SharedPrices prices;
    private final boolean isOfUsageAlone;
    private final AskedCounts counts;
    private final List<BandRegisters.Span> spans;

    public PeriodPrices(Tariff tariff, int households, AskedFor known, SharedPrices prices) {
        this.tariff = tariff;
        this.households = households;
        this.known = known;
        this.prices = prices;
        this.isOfUsageAlone = prices.isOfUsageAlone(tariff);
        this.counts = new AskedCounts(tariff, known);
        this.spans = !isOfUsageAlone
                        && counts.isByRegister(tariff)
                        && BandRegisters.of(known.registers()) instanceof BandRegisters.Together together
                ? together.spans()
                : List.of();
    }

    /// Whether what a period of a gap costs hangs on what was used or charged in those before it, as the books say, or
    /// on its power factor, which is another one for each usage. Then periods are priced in their order, and no
    /// division is looked for.
    public static boolean isInOrder(Tariff tariff, AskedFor known, DateRange gap) {
        Set<Determinant> asked = tariff.in(gap).determinants();
        return asked.contains(Determinant.USED_THIS_YEAR)
                || asked.contains(Determinant.CHARGED_THIS_YEAR)
                || asked.contains(Determinant.CARRIED_IN)
                || asked.contains(Determinant.POWER_FACTOR)
                || !known.past().equals(BilledPast.NOTHING)
                        && tariff.in(gap).versions().stream()
                                .anyMatch(version -> !AskedPast.on(version.from(), tariff)
                                        .winter()
                                        .isEmpty());
    }

    boolean isInOrder(DateRange gap) {
        return !isOfUsageAlone && isInOrder(tariff, known, gap);
    }

    /// Whether nothing but the usage is asked for, so that nothing can lack.
    boolean isOfUsageAlone() {
        return isOfUsageAlone;
    }

    private boolean isOfUsageAlone(DateRange period) {
        return isOfUsageAlone || tariff.in(period).isOfUsageAlone();
    }

    /// The tariff for a period that it covers and of which nothing lacks.
    public ResolvedTariff of(DateRange period) {
        return of(period, List.of());
    }

    /// The same after others of its gap.
    ///
    /// @param earlier what was used in those before it
    public ResolvedTariff of(DateRange period, List<Usage> earlier) {
        ResolvedTariff resolved = prices.resolve(tariff, period, households);
        return isOfUsageAlone(period) ? resolved : resolved.knowing(told(period, this::shares, earlier));
    }

    /// The tariff for a period of which registers are estimated, each by itself.
    ResolvedTariff of(DateRange period, List<Usage> earlier, SortedMap<String, Decimal> estimated) {
        SortedMap<String, Fraction> used = new TreeMap<>();
        estimated.forEach((band, quantity) -> used.put(band, Fraction.of(quantity)));
        Map<String, Fraction> shares = BandRegisters.shares(used);
        return prices.resolve(tariff, period, households).knowing(told(period, _ -> shares, earlier));
    }

    /// The tariff for a period that has the usage of all periods of its gap: where a power factor is reckoned, it has
    /// the reactive energy of all of them too.
    ///
    /// @param first of the periods
    /// @param last the tariff for the last of them
    ResolvedTariff ofLump(DateRange first, ResolvedTariff last) {
        if (!tariff.determinants().contains(Determinant.POWER_FACTOR)) {
            return last;
        }
        DateRange period = last.period();
        Fraction all = known.registered(DateRange.of(first.from(), period.to())).get(Determinant.REACTIVE_ENERGY);
        SortedMap<LocalDate, Told> told = new TreeMap<>();
        last.told().forEach((day, of) -> {
            Map<Determinant, Fraction> others = new HashMap<>(of.others());
            others.computeIfPresent(Determinant.REACTIVE_ENERGY, (_, own) -> all == null ? own : all);
            told.put(day, new Told(of.shares(), of.demand(), others, of.parts()));
        });
        return prices.resolve(tariff, period, households).knowing(told);
    }

    /// Whether registers count by time band what is priced by it in a period.
    boolean isByRegister(DateRange period) {
        return counts.isByRegister(tariff.in(period));
    }

    /// Whether the usage of some days is known from intervals, however its dial is read: prices of theirs ask for that.
    boolean isCounted(DateRange days) {
        return !isOfUsageAlone && counts.areThere(days);
    }

    private SortedMap<LocalDate, Told> told(
            DateRange period, Function<DateRange, Map<String, Fraction>> sharesOf, List<Usage> earlier) {
        return told(period, sharesOf, earlier, new YearCharges(tariff, known, period, earlier, this::withinYear));
    }

    /// The same where no year ends.
    private ResolvedTariff withinYear(DateRange period, List<Usage> earlier) {
        return prices.resolve(tariff, period, households).knowing(told(period, this::shares, earlier, null));
    }

    /// @param year null where it does not matter what was charged in it
    private SortedMap<LocalDate, Told> told(
            DateRange period,
            Function<DateRange, Map<String, Fraction>> sharesOf,
            List<Usage> earlier,
            @Nullable YearCharges year) {
        PastTold past = new PastTold(tariff, known, period, earlier);
        SortedMap<LocalDate, Map<Determinant, Fraction>> facts = known.told(period); // some are of all of it
        SortedMap<LocalDate, Told> told = new TreeMap<>();
        Map<String, Fraction> demand = counts.demand(period);
        for (DateRange part : counts.parts(period)) {
            Map<String, Fraction> shares = AskedCounts.isByBand(tariff.in(part)) ? sharesOf.apply(part) : Map.of();
            SortedMap<LocalDate, Map<Determinant, Fraction>> ofPart =
                    new TreeMap<>(facts.subMap(part.from(), part.to()));
            Stream.concat(Stream.of(part.from()), past.changes().stream().filter(part::contains))
                    .forEach(day -> ofPart.put(
                            day, facts.headMap(day.plusDays(1)).lastEntry().getValue()));
            ofPart.forEach((day, others) -> {
                Map<Determinant, Fraction> all = past.others(day, others);
                told.put(day, new Told(shares, demand, year == null ? all : year.with(day, all), past.parts(day)));
            });
        }
        return told;
    }

    /// By one calendar: where another one begins in a period, each has its own shares of the whole. Where nothing at
    /// all was counted there is nothing to share out but what rounding left on the dial.
    private Map<String, Fraction> shares(DateRange period) {
        if (!known.registers().isEmpty()) {
            return BandRegisters.shares(BandRegisters.used(known.registers(), spans, period));
        }
        SortedMap<String, Decimal> counted = known.byBand(period);
        Fraction whole = Fraction.of(known.counted(period));
        Map<String, Fraction> shares = new HashMap<>();
        if (whole.signum() == 0) {
            shares.put(tariff.in(period).timeBands().iterator().next(), Fraction.ONE);
        } else {
            counted.forEach((band, quantity) ->
                    shares.put(band, Fraction.of(quantity).dividedBy(whole).reduced()));
        }
        return shares;
    }

    /// Why a period cannot be priced; null when it can.
    public @Nullable Hold lack(DateRange period) {
        return lack(period, List.of());
    }

    /// The same after others of its gap.
    @Nullable Hold lack(DateRange period, List<Usage> earlier) {
        if (isOfUsageAlone(period)) {
            return null;
        }
        Optional<Determinant> untellable = untellable(tariff.in(period));
        if (untellable.isPresent()) {
            return lacks(
                    "asks for the " + untellable.get().code() + " of each period, which registers tell of kWh alone,"
                            + " and where nothing is netted: price it by `./taswiya rate`",
                    untellable.get().code(),
                    period.from());
        }
        Hold uncounted = counts.lack(period);
        Hold unpriced = uncounted == null && isByRegister(period) ? unpriced(period) : uncounted;
        if (unpriced != null) {
            return unpriced;
        }
        ResolvedTariff told = of(period, earlier);
        return told.gap()
                .map(gap -> untold(gap, period, told.gapFrom().orElseThrow()))
                .orElse(null);
    }

    /// Where a register counted by a time band of other days of the period.
    private @Nullable Hold unpriced(DateRange period) {
        for (DateRange part : counts.parts(period)) {
            Tariff asked = tariff.in(part);
            Map<String, Fraction> used = BandRegisters.used(known.registers(), spans, part);
            Hold unpriced = AskedCounts.isByBand(asked) ? counts.unpriced(used, asked, "its device") : null;
            if (unpriced != null) {
                return unpriced;
            }
        }
        return null;
    }

    /// What is of one period alone is no fact of an agreement, and neither intervals nor registers tell it. A power
    /// factor is reckoned from the registers of active and reactive energy, where what is billed is what was drawn.
    ///
    /// @param asked the versions of the period
    private Optional<Determinant> untellable(Tariff asked) {
        boolean isDrawn =
                asked.unit() == Unit.KILOWATT_HOUR && !asked.determinants().contains(Determinant.CARRIED_IN);
        return Stream.of(asked.determinants(), asked.optionalDeterminants())
                .flatMap(Set::stream)
                .filter(determinant -> !determinant.isFact() && !determinant.isOfPast())
                .filter(determinant -> determinant != Determinant.POWER_FACTOR || !isDrawn)
                .findFirst();
    }

    /// @param day of the period, from which on it is missing
    private Hold untold(DeterminantGap gap, DateRange period, LocalDate day) {
        if (gap.determinant().isOfPast()) {
            return unbilled(gap, period, day);
        }
        if (gap.determinant() == Determinant.POWER_FACTOR) {
            return unshown(Determinant.REACTIVE_ENERGY, period);
        }
        return gap.determinant().isRegistered() ? unshown(gap.determinant(), period) : unwritten(gap, day);
    }

    /// What was before was billed or counted, or is written down.
    private Hold unbilled(DeterminantGap gap, DateRange period, LocalDate day) {
        return lacks(
                "asks on " + day + " for the " + gap + ", and the books do not know every day since "
                        + AskedPast.on(day, tariff).first(period.from(), day)
                        + PastTold.remedy(gap.determinant()),
                gap.determinant().code(),
                day);
    }

    /// What a register shows is asked for on both days of a period.
    private Hold unshown(Determinant asked, DateRange period) {
        String register = asked.code();
        boolean isDivided = asked == Determinant.EXPORTED_ENERGY
                && AskedPast.on(period.from(), tariff).netted() != null;
        Optional<Decimal> first = shown(asked, period.from(), isDivided);
        Optional<Decimal> last = shown(asked, period.to(), isDivided);
        if (first.isEmpty() || last.isEmpty()) {
            LocalDate day = first.isEmpty() ? period.from() : period.to();
            return lacks(
                    "asks for the " + register + " of " + period + ", and what its register shows on " + day
                            + " is not known: write it down (`./taswiya agreement fact`)",
                    register,
                    day);
        }
        if (first.get().compareTo(last.get()) > 0) {
            return lacks(
                    "asks for the " + register + " of " + period + ", and its register went back from " + first.get()
                            + " to " + last.get() + ": write down what is right (`./taswiya agreement fact`)",
                    register,
                    period.to());
        }
        return lacks(
                "asks for the " + register + " of each time band, and its register tells that of all hours: leave"
                        + " `band` out of the price, or price it by `./taswiya rate`",
                register,
                period.from());
    }

    private Optional<Decimal> shown(Determinant register, LocalDate day, boolean isDivided) {
        return isDivided ? known.shownOrDivided(register, day) : known.shown(register, day);
    }

    private Hold unwritten(DeterminantGap gap, LocalDate day) {
        return lacks(
                "asks on " + day + " for the " + gap + ": write it down (`./taswiya agreement fact`)",
                gap.determinant().code(),
                day);
    }

    private Hold lacks(String found, String asked, LocalDate day) {
        return AskedCounts.lacks(tariff, found, asked, day);
    }

    /// Why what intervals count between two readings is not what the dial did; null when it is, or when some of it was
    /// estimated and the dial puts it right.
    @Nullable Hold difference(DateRange between, Decimal read, int decimals) {
        if (!isCounted(between) || known.estimated(between) > 0) {
            return null;
        }
        Decimal counted = known.counted(between);
        Fraction apart = Fraction.of(read.minus(counted));
        Fraction most = Fraction.of(read).times(Fraction.of(1, 100)).plus(Fraction.of(Decimal.ofSteps(2, decimals)));
        Fraction size = apart.signum() < 0 ? Fraction.ZERO.minus(apart) : apart;
        return size.compareTo(most) <= 0
                ? null
                : new Hold(
                        HoldReason.NOT_COUNTED,
                        "intervals count " + counted + " in " + between + ", and the dial " + read,
                        HoldFigures.NONE
                                .number("counted", counted)
                                .number("read", read)
                                .day("from", between.from())
                                .day("to", between.to()));
    }
}
