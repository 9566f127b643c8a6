package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Proof.Division;
import org.taswiya.core.billing.SettlementOutcome.HeldSettlement;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ResolvedTariff;

/// Settlement is a subtraction: what we now know, less what we billed.
///
/// The usage between the first and the last actual reading is divided over the periods billed in between and the
/// current one; every period is rated anew with the prices, taxes and blocks of its own days; what was billed for it is
/// taken off, component by component and tax by tax. Estimates, re-readings, corrections and retroactive prices all go
/// through here, and so does the plain month that has nothing to settle.
public final class Settlement {

    private static final Comparator<BilledPeriod> IN_ORDER = Comparator.comparing(
            BilledPeriod::range, Comparator.comparing(DateRange::from).thenComparing(DateRange::to));

    private static final Comparator<Reading> BY_DAY = Comparator.comparing(Reading::at);

    private final SettlementCase input;
    private final SharedPrices prices;
    private final PeriodPrices periodPrices;
    private final List<Reading> readings;
    private final List<BilledPeriod> billed;

    private Settlement(SettlementCase input, SharedPrices prices) {
        this.input = input;
        this.prices = prices;
        this.periodPrices = new PeriodPrices(input.tariff(), input.households(), input.askedFor(), prices);
        this.readings = new ArrayList<>(input.readings());
        this.readings.removeIf(reading -> !reading.isMeasuring());
        this.readings.sort(BY_DAY);
        this.billed = new ArrayList<>(input.billed());
        this.billed.sort(IN_ORDER);
    }

    /// Settles a case by itself.
    ///
    /// @throws IllegalArgumentException when the tariff does not cover every period
    /// @throws ArithmeticException when amounts exceed what 64 bits hold exactly
    public static SettlementOutcome settle(SettlementCase input) {
        return settle(input, new SharedPrices());
    }

    /// Settles one of many cases: the same outcome, sooner.
    public static SettlementOutcome settle(SettlementCase input, SharedPrices prices) {
        return new Settlement(input, prices).settle();
    }

    private SettlementOutcome settle() {
        List<LocalDate> actual = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.ActualReading) {
                actual.add(reading.at());
            }
        }
        if (actual.size() < 2) {
            return held(
                    HoldReason.NO_ACTUAL_READING,
                    "two actual readings are needed, " + actual.size() + " found",
                    HoldFigures.NONE);
        }
        DateRange span = DateRange.of(actual.getFirst(), actual.getLast());
        List<Hold> holds = holdsOfBilled(span.from());
        return switch (measure(span)) {
            case HeldMeasurement unexplained -> {
                holds.addFirst(unexplained.hold());
                yield new HeldSettlement(holds);
            }
            case Measured measured -> holds.isEmpty() ? settle(measured.intervals(), span) : new HeldSettlement(holds);
        };
    }

    private static SettlementOutcome held(HoldReason reason, String found, HoldFigures figures) {
        return new HeldSettlement(List.of(new Hold(reason, found, figures)));
    }

    /// Billed periods must follow each other from the first actual reading on.
    private List<Hold> holdsOfBilled(LocalDate start) {
        List<Hold> holds = new ArrayList<>();
        LocalDate expected = start;
        for (BilledPeriod period : billed) {
            LocalDate from = period.range().from();
            if (from.isAfter(expected)) {
                holds.add(new Hold(
                        HoldReason.BILLED_GAP,
                        "nothing is billed from " + expected + " to " + from,
                        HoldFigures.NONE.day("from", expected).day("to", from)));
            } else if (from.isBefore(expected)) {
                holds.add(new Hold(
                        HoldReason.BILLED_OVERLAP,
                        "the period billed from " + from + " begins before " + expected,
                        HoldFigures.NONE.day("from", from).day("before", expected)));
            }
            expected = period.range().to().isAfter(expected) ? period.range().to() : expected;
        }
        return holds;
    }

    private MeasurementOutcome measure(DateRange span) {
        List<Reading> inside = new ArrayList<>(readings);
        inside.removeIf(r -> r.at().isBefore(span.from()) || r.at().isAfter(span.to()));
        return new Measurement(input.register(), input.exchanges(), mayRollOver(inside) ? expectedPerDay() : null)
                .measure(inside);
    }

    /// Whether anyone will ask for the usual usage.
    private boolean mayRollOver(List<Reading> inside) {
        boolean falls = !input.exchanges().isEmpty();
        for (int i = 1; i < inside.size(); i++) {
            falls |= inside.get(i).value().compareTo(inside.get(i - 1).value()) < 0;
        }
        boolean rollsOver = input.register().digits() != null
                || input.exchanges().stream()
                        .flatMap(exchange -> exchange.otherRegister().stream())
                        .anyMatch(removed -> removed.digits() != null);
        return falls && rollsOver;
    }

    /// Usual usage a day, from the history where there is one, else from what was billed; null when neither is there.
    private @Nullable Fraction expectedPerDay() {
        Fraction usage = Fraction.ZERO;
        long days = 0;
        for (Usage past : input.history()) {
            usage = usage.plus(Fraction.of(past.quantity()));
            days += past.range().days();
        }
        return days > 0 ? usage.dividedBy(Fraction.of(days)) : billedPerDay();
    }

    /// The daily average of the estimates, or of all that was billed where nothing was estimated.
    private @Nullable Fraction billedPerDay() {
        boolean anyEstimated = false;
        for (BilledPeriod period : billed) {
            anyEstimated |= period.isEstimated();
        }
        Fraction usage = Fraction.ZERO;
        long days = 0;
        for (BilledPeriod period : billed) {
            if (anyEstimated && !period.isEstimated()) {
                continue;
            }
            usage = usage.plus(Fraction.of(period.usage()));
            days += period.range().days();
        }
        return days > 0 ? usage.dividedBy(Fraction.of(days)) : null;
    }

    private SettlementOutcome settle(List<MeasuredUsage> intervals, DateRange span) {
        List<BilledPeriod> periods = new ArrayList<>(billed);
        LocalDate lastBilled =
                billed.isEmpty() ? span.from() : billed.getLast().range().to();
        if (lastBilled.isBefore(span.to())) {
            periods.add(BilledPeriod.actual(DateRange.of(lastBilled, span.to()), Decimal.ZERO, Amounts.ZERO));
        }
        List<Hold> lacks = lacks(periods, intervals);
        if (!lacks.isEmpty()) {
            return new HeldSettlement(lacks);
        }
        Gap gap = new Gap(input.register().decimals(), intervals, periods);
        DateRange all = DateRange.of(
                periods.getFirst().range().from(), periods.getLast().range().to());
        if (periodPrices.isInOrder(all)) {
            long[] steps = divideInOrder(gap, all);
            List<Decimal> usages = usages(gap, steps, periods.size());
            List<ResolvedTariff> tariffs = inOrder(periods, usages);
            return settled(periods, usages, tariffs, intervals, span, proofInOrder(periods, usages, tariffs));
        }
        List<ResolvedTariff> tariffs = new ArrayList<>(periods.size());
        for (BilledPeriod period : periods) {
            tariffs.add(periodPrices.of(period.range()));
        }
        ProofOfDivision proof = new ProofOfDivision(gap, tariffs, prices);
        long[] steps = divide(gap, all, proof);
        return settled(periods, usages(gap, steps, periods.size()), tariffs, intervals, span, proof.of(steps));
    }

    private static List<Decimal> usages(Gap gap, long[] steps, int periods) {
        List<Decimal> usages = new ArrayList<>(periods);
        for (int i = 0; i < periods; i++) {
            Decimal kept = gap.kept(i);
            usages.add(i < steps.length ? kept.plus(Decimal.ofSteps(steps[i], gap.decimals())) : kept);
        }
        return usages;
    }

    /// Each period after what was used in those before it.
    private List<ResolvedTariff> inOrder(List<BilledPeriod> periods, List<Decimal> usages) {
        List<ResolvedTariff> tariffs = new ArrayList<>(periods.size());
        List<Usage> earlier = new ArrayList<>(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            tariffs.add(periodPrices.of(periods.get(i).range(), earlier));
            earlier.add(new Usage(periods.get(i).range(), usages.get(i), UsageQuality.ACTUAL));
        }
        return tariffs;
    }

    /// What one period costs hangs on the others, so no division is searched for: the one that was used is compared
    /// with all of it in the last period.
    private Proof proofInOrder(List<BilledPeriod> periods, List<Decimal> usages, List<ResolvedTariff> tariffs) {
        List<Decimal> lump = new ArrayList<>();
        Decimal sum = Decimal.ZERO;
        for (Decimal usage : usages) {
            sum = sum.plus(usage);
            lump.add(Decimal.ZERO);
        }
        lump.set(lump.size() - 1, sum);
        Division used = new Division(total(tariffs, usages), usages);
        List<ResolvedTariff> lumped = inOrder(periods, lump);
        lumped.set(lumped.size() - 1, periodPrices.ofLump(periods.getFirst().range(), lumped.getLast()));
        Division atOnce = new Division(total(lumped, lump), lump);
        boolean isCheaper = used.total().compareTo(atOnce.total()) <= 0;
        return new Proof(used.total(), atOnce.total(), isCheaper ? used : atOnce, isCheaper ? atOnce : used);
    }

    private static Money total(List<ResolvedTariff> tariffs, List<Decimal> usages) {
        Fraction total = Fraction.ZERO;
        for (int i = 0; i < usages.size(); i++) {
            total = total.plus(tariffs.get(i).unroundedTotal(Fraction.of(usages.get(i))));
        }
        return total.toMoneyHalfUp();
    }

    private SettlementOutcome settled(
            List<BilledPeriod> periods,
            List<Decimal> usages,
            List<ResolvedTariff> tariffs,
            List<MeasuredUsage> intervals,
            DateRange span,
            Proof proof) {
        List<SettledPeriod> settled = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Kind kind = i >= billed.size() || periods.get(i).isUnbilled()
                    ? Kind.CURRENT
                    : periods.get(i).range().to().isAfter(span.to()) ? Kind.OPEN : Kind.SETTLED;
            settled.add(settledPeriod(periods.get(i), kind, usages.get(i), tariffs.get(i)));
        }
        return total(settled, intervals, proof);
    }

    /// What the tariff asks for and nobody knows.
    private List<Hold> lacks(List<BilledPeriod> periods, List<MeasuredUsage> intervals) {
        if (periodPrices.isOfUsageAlone()) {
            return List.of();
        }
        List<Hold> lacks = new ArrayList<>();
        List<Usage> earlier = new ArrayList<>();
        for (BilledPeriod period : periods) {
            Hold lack = periodPrices.lack(period.range(), earlier);
            if (lack != null) {
                lacks.add(lack);
            }
            earlier.add(new Usage(period.range(), period.usage(), UsageQuality.ACTUAL));
        }
        for (MeasuredUsage interval : lacks.isEmpty() ? intervals : List.<MeasuredUsage>of()) {
            Hold differs = periodPrices.difference(
                    interval.range(), interval.usage(), input.register().decimals());
            if (differs != null) {
                lacks.add(differs);
            }
        }
        return lacks;
    }

    /// By a rule that asks for no prices: these hang on what it comes to.
    private long[] divideInOrder(Gap gap, DateRange all) {
        if (gap.hasOnePeriod()) {
            return new long[] {gap.totalSteps()};
        }
        if (periodPrices.isCounted(all)) {
            return gap.byCounted(input.askedFor());
        }
        Fraction perDay = input.allocation() instanceof AllocationPolicy.EstimateShape ? billedPerDay() : null;
        return perDay == null ? gap.byDays() : gap.byEstimates(perDay);
    }

    /// Where intervals were counted nothing has to be divided by a rule: they say when it was used.
    private long[] divide(Gap gap, DateRange all, ProofOfDivision proof) {
        if (gap.hasOnePeriod()) {
            return new long[] {gap.totalSteps()};
        }
        if (periodPrices.isCounted(all)) {
            return gap.byCounted(input.askedFor());
        }
        return switch (input.allocation()) {
            case AllocationPolicy.ByDays _ -> gap.byDays();
            case AllocationPolicy.EstimateShape _ -> {
                Fraction perDay = billedPerDay();
                yield perDay == null ? gap.byDays() : gap.byEstimates(perDay);
            }
            case AllocationPolicy.Favourable favourable -> proof.favourable(favourable.tolerance());
        };
    }

    private SettledPeriod settledPeriod(BilledPeriod period, Kind kind, Decimal usage, ResolvedTariff tariff) {
        var rating = tariff.rate(Fraction.of(usage));
        Amounts due = Amounts.of(rating);
        Amounts amounts = kind == Kind.CURRENT ? due.zeroed() : billed(period, tariff);
        Amounts difference = kind == Kind.CURRENT ? due : due.minus(amounts);
        BackBilling limit = input.backBilling();
        Amounts chargeable = limit == null ? difference : limit.chargeable(period.range(), difference);
        return new SettledPeriod(
                period.range(),
                kind,
                usage,
                period.usage(),
                period.quality(),
                amounts,
                rating,
                due,
                difference,
                chargeable);
    }

    private static Amounts billed(BilledPeriod period, ResolvedTariff tariff) {
        Amounts stated = period.amounts();
        return stated != null ? stated : Amounts.of(tariff.rate(Fraction.of(period.usage())));
    }

    private static Settled total(List<SettledPeriod> periods, List<MeasuredUsage> intervals, Proof proof) {
        Amounts trueUp = Amounts.ZERO;
        Amounts dueNow = Amounts.ZERO;
        Amounts owed = Amounts.ZERO;
        for (SettledPeriod period : periods) {
            if (period.kind() != Kind.CURRENT) {
                trueUp = trueUp.plus(period.chargeable());
            }
            dueNow = dueNow.plus(period.chargeable());
            owed = owed.plus(period.difference());
        }
        Decimal usage = Decimal.ZERO;
        for (MeasuredUsage interval : intervals) {
            usage = usage.plus(interval.usage());
        }
        return new Settled(usage, periods, trueUp, dueNow, owed.minus(dueNow), proof);
    }
}
