package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.SettlementOutcome.HeldSettlement;
import org.taswiya.core.billing.SettlementOutcome.Kind;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.estimation.EstimateInstruction.ByMethod;
import org.taswiya.core.estimation.Estimation;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.OwnReadings;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;

/// Bills one service agreement: on what the meter showed when it was read, on an estimate when it was not.
final class AgreementBilling {

    private final AccountInput account;
    private final AgreementInput input;
    private final SharedPrices prices;
    private final PeriodPrices periodPrices;
    private final List<BilledPeriod> passedOver;
    private final List<BilledPeriod> billed;

    AgreementBilling(AccountInput account, AgreementInput input, SharedPrices prices) {
        this.account = account;
        this.input = input;
        this.prices = prices;
        this.periodPrices = new PeriodPrices(input.tariff(), input.households(), input.askedFor(), prices);
        this.passedOver = input.passedOver();
        this.billed = input.billed().subList(0, input.billed().size() - passedOver.size());
    }

    AgreementOutcome bill() {
        AgreementOutcome otherUnit = heldWhereUnitsDiffer();
        if (otherUnit != null) {
            return otherUnit;
        }
        UnmeteredSupply unmetered = input.askedFor().unmetered();
        Hold untold = unmetered == null ? null : unmetered.lack();
        if (untold != null) {
            return new HeldAgreement(input.agreement(), List.of(untold));
        }
        List<LocalDate> read = actualReadings();
        if (read.isEmpty()) {
            return held(HoldReason.NO_ACTUAL_READING, "no actual reading opens the period", HoldFigures.NONE);
        }
        LocalDate billedTo = billedTo(read.getFirst());
        if (read.size() == 1) {
            return estimated(read.getFirst(), billedTo, asBilled());
        }
        AgreementOutcome settled = settled(read.getFirst(), read.getLast(), billedTo);
        boolean mayBeEstimated = unmetered == null && billedTo.isBefore(account.billTo());
        return mayBeEstimated && isOld(settled) ? estimated(read.getFirst(), billedTo, asSettled(settled)) : settled;
    }

    /// What was used in the gap, as long as nothing has settled it.
    private List<Usage> asBilled() {
        return billed.stream()
                .map(period -> new Usage(period.range(), period.usage(), period.quality()))
                .toList();
    }

    private List<Usage> asSettled(AgreementOutcome outcome) {
        return outcome instanceof Billed(DraftBill bill)
                ? bill.segments().stream()
                        .map(segment -> new Usage(segment.range(), segment.usage(), UsageQuality.ACTUAL))
                        .toList()
                : asBilled();
    }

    /// The days of all actual readings, earliest first.
    private List<LocalDate> actualReadings() {
        List<LocalDate> read = new ArrayList<>();
        for (Reading reading : input.readings()) {
            if (reading instanceof ActualReading) {
                read.add(reading.at());
            }
        }
        read.sort(null);
        return read;
    }

    private LocalDate billedTo(LocalDate opened) {
        LocalDate latest = null;
        for (BilledPeriod period : billed) {
            LocalDate to = period.range().to();
            latest = latest == null || to.isAfter(latest) ? to : latest;
        }
        return latest == null ? opened : latest;
    }

    /// Whether everything read has been billed: a reading inside a billed period opens no period of its own, and from
    /// the second time on there is nothing left to settle.
    private static boolean isOld(AgreementOutcome outcome) {
        return outcome instanceof Billed(DraftBill bill)
                && bill.basis() instanceof Basis.OnReading(Settled settled)
                && isOld(settled);
    }

    private static boolean isOld(Settled settled) {
        for (SettledPeriod period : settled.periods()) {
            if (period.kind() == Kind.CURRENT || !period.chargeable().isZero()) {
                return false;
            }
        }
        return true;
    }

    /// A number is priced as what the tariff says, so kWh at a place of water would be billed as m3.
    private @Nullable AgreementOutcome heldWhereUnitsDiffer() {
        Unit priced = input.tariff().unit();
        Unit counted = counted(priced);
        return counted == priced
                ? null
                : held(
                        HoldReason.OTHER_UNIT,
                        "a meter counts " + counted.symbol() + ", and tariff "
                                + input.tariff().id() + " prices " + priced.symbol(),
                        HoldFigures.NONE
                                .name("unit", counted.symbol())
                                .name("tariff", input.tariff().id())
                                .name("priced", priced.symbol()));
    }

    /// A unit in which one of its registers counts and that is not the one priced, where there is such a one.
    private Unit counted(Unit priced) {
        for (MeterExchange exchange : input.exchanges()) {
            Unit other = exchange.otherRegister().map(Register::unit).orElse(priced);
            if (other != priced) {
                return other;
            }
        }
        return input.register().unit();
    }

    private @Nullable AgreementOutcome heldWhereNotCovered(LocalDate from, LocalDate to) {
        return from.isBefore(to) && input.tariff().covers(DateRange.of(from, to))
                ? null
                : held(
                        HoldReason.OUTSIDE_VERSIONS,
                        "tariff " + input.tariff().id() + " does not cover " + from + " to " + to + awaited(to),
                        HoldFigures.NONE
                                .name("tariff", input.tariff().id())
                                .day("from", from)
                                .day("to", to));
    }

    /// What ends its prices, where that is a value which nobody has published.
    private String awaited(LocalDate to) {
        return input.tariff()
                .awaitedBefore(to)
                .map(value -> ": no value of the index " + value + " is in its book; when it is, bill what waits"
                        + " (`./taswiya bill --released`)")
                .orElse("");
    }

    private HeldAgreement held(HoldReason reason, String found, HoldFigures figures) {
        return new HeldAgreement(input.agreement(), List.of(new Hold(reason, found, figures)));
    }

    /// @param earlier what was used in the gap before
    private AgreementOutcome estimated(LocalDate opened, LocalDate from, List<Usage> earlier) {
        AgreementOutcome notCovered = heldWhereNotCovered(opened, account.billTo());
        if (notCovered != null) {
            return notCovered;
        }
        int most = account.policy().estimatesInARowMost();
        int inARow = input.estimatesInARow();
        if (inARow >= most) {
            return held(
                    HoldReason.TOO_MANY_ESTIMATES,
                    inARow + " bills in a row rest on estimates, " + most + " are allowed",
                    HoldFigures.NONE.number("bills", inARow).number("most", most));
        }
        DateRange period = DateRange.of(from, account.billTo());
        List<DateRange> parts = parts(period);
        List<Hold> lacks = new ArrayList<>();
        List<Usage> before = new ArrayList<>(earlier);
        for (DateRange part : parts) {
            Hold lack = periodPrices.lack(part, before);
            if (lack != null) {
                lacks.add(lack);
            }
            before.add(new Usage(part, Decimal.ZERO, UsageQuality.ESTIMATED));
        }
        if (!lacks.isEmpty()) {
            return new HeldAgreement(input.agreement(), lacks);
        }
        Optional<Estimate> estimate = new Estimation(
                        input.history(),
                        input.vacancies(),
                        input.ofClass(),
                        account.policy().estimation(),
                        OwnReadings.of(input.register(), input.readings(), input.exchanges()),
                        input.annualVolume(),
                        input.register().decimals(),
                        account.policy().edition())
                .estimate(period, input.instruction());
        return estimate.isEmpty()
                ? held(
                        HoldReason.NO_ESTIMATE,
                        "nothing to estimate " + period.from() + " to " + period.to() + " from" + asInstructed()
                                + ": have the meter read, or say what was used (hold re-estimate --usage)",
                        HoldFigures.NONE.day("from", period.from()).day("to", period.to()))
                : new Billed(estimated(parts, estimate.get(), ofRegisters(period, estimate.get()), earlier));
    }

    /// The periods that cycles have passed over, and the last one.
    private List<DateRange> parts(DateRange estimated) {
        List<DateRange> parts = new ArrayList<>(passedOver.size() + 1);
        LocalDate from = estimated.from();
        for (BilledPeriod period : passedOver) {
            parts.add(period.range());
            from = period.range().to();
        }
        parts.add(DateRange.of(from, estimated.to()));
        return parts;
    }

    private String asInstructed() {
        return input.instruction() instanceof ByMethod(EstimationMethod method) ? " by " + method.code() : "";
    }

    /// What each register is estimated at by itself; empty where there is one dial, one of them has nothing to go by,
    /// or a person has stated the whole.
    private SortedMap<String, Decimal> ofRegisters(DateRange period, Estimate whole) {
        SortedMap<String, Decimal> estimates = new TreeMap<>();
        boolean isStated = whole.method().equals(EstimationMethod.STATED);
        boolean isEach = periodPrices.isByRegister(period) && !isStated;
        for (BandRegister one : isEach ? registers() : List.<BandRegister>of()) {
            Optional<Estimate> estimate = new Estimation(
                            one.history(),
                            input.vacancies(),
                            null,
                            account.policy().estimation(),
                            OwnReadings.of(one.register(), one.readings(), one.exchanges()),
                            null,
                            one.register().decimals(),
                            account.policy().edition())
                    .estimate(period, input.instruction());
            if (estimate.isEmpty()) {
                return new TreeMap<>();
            }
            estimates.put(one.band(), estimate.get().quantity());
        }
        return estimates;
    }

    private List<BandRegister> registers() {
        return input.askedFor().registers();
    }

    private DraftBill estimated(
            List<DateRange> parts, Estimate whole, SortedMap<String, Decimal> ofRegisters, List<Usage> earlier) {
        List<Usage> before = new ArrayList<>(earlier);
        Estimate estimate = ofRegisters.isEmpty() ? whole : whole.of(sum(ofRegisters));
        EstimateOfPeriods divided = new EstimateOfPeriods(input, estimate, parts);
        List<Decimal> usages = divided.of(estimate.quantity());
        SortedMap<String, List<Decimal>> ofBands = new TreeMap<>();
        ofRegisters.forEach((band, usage) -> ofBands.put(band, divided.of(usage)));
        List<BillSegment> segments = new ArrayList<>(parts.size());
        Amounts all = Amounts.ZERO;
        for (int i = 0; i < usages.size(); i++) {
            SortedMap<String, Decimal> here = new TreeMap<>();
            for (Map.Entry<String, List<Decimal>> band : ofBands.entrySet()) {
                here.put(band.getKey(), band.getValue().get(i));
            }
            Decimal usage = here.isEmpty() ? usages.get(i) : sum(here);
            ResolvedTariff tariff = here.isEmpty()
                    ? periodPrices.of(parts.get(i), before)
                    : periodPrices.of(parts.get(i), before, here);
            Rating rating = tariff.rate(Fraction.of(usage));
            Amounts amounts = Amounts.of(rating);
            segments.add(new BillSegment(parts.get(i), BillSegment.Kind.ESTIMATED, usage, rating, amounts));
            all = all.plus(amounts);
            before.add(new Usage(parts.get(i), usage, UsageQuality.ESTIMATED));
        }
        return draft(new Basis.OnEstimate(estimate), segments, all, null);
    }

    private static Decimal sum(SortedMap<String, Decimal> parts) {
        return parts.values().stream().reduce(Decimal.ZERO, Decimal::plus);
    }

    private AgreementOutcome settled(LocalDate opened, LocalDate lastReading, LocalDate billedTo) {
        AgreementOutcome notCovered =
                heldWhereNotCovered(opened, lastReading.isAfter(billedTo) ? lastReading : billedTo);
        if (notCovered != null) {
            return notCovered;
        }
        BackBillingRule rule = account.policy().backBilling();
        BackBilling limit = rule == null || input.backBillingException() != null
                ? null
                : rule.limit(account.billedOn(), lastReading);
        SettlementCase settlement = new SettlementCase(
                input.tariff(),
                input.households(),
                input.register(),
                input.readings(),
                input.exchanges(),
                billed,
                input.history(),
                account.policy().allocation(),
                limit,
                input.askedFor());
        return switch (Settlement.settle(settlement, prices)) {
            case HeldSettlement held -> new HeldAgreement(input.agreement(), held.holds());
            case Settled settled -> new Billed(draft(settled));
        };
    }

    private DraftBill draft(Settled settled) {
        List<BillSegment> segments = new ArrayList<>(settled.periods().size());
        for (SettledPeriod period : settled.periods()) {
            segments.add(segment(period));
        }
        return draft(new Basis.OnReading(settled), segments, settled.dueNow(), offer(settled));
    }

    private static BillSegment segment(SettledPeriod period) {
        BillSegment.Kind kind = period.kind() == Kind.CURRENT ? BillSegment.Kind.ACTUAL : BillSegment.Kind.TRUE_UP;
        return new BillSegment(period.range(), kind, period.usage(), period.rating(), period.chargeable());
    }

    private DraftBill draft(Basis basis, List<BillSegment> segments, Amounts amounts, @Nullable InstalmentOffer offer) {
        return new DraftBill(
                input.agreement(),
                account.customerAccount(),
                input.tariff().service(),
                input.tariff().id(),
                account.billedOn(),
                account.dueOn() == null
                        ? account.billedOn().plusDays(input.tariff().dueDays())
                        : account.dueOn(),
                basis,
                segments,
                amounts,
                stampIfCash(amounts.total()),
                offer);
    }

    private Money stampIfCash(Money total) {
        if (total.signum() <= 0) {
            return Money.ZERO;
        }
        return input.tariff()
                .dutyOn(PaymentChannel.CASH, account.billedOn())
                .map(duty -> total.toFraction().times(duty.rate()).toMoneyHalfUp())
                .orElse(Money.ZERO);
    }

    /// An offer when the bill is well above the usual and settles estimates: one instalment for each period settled.
    private @Nullable InstalmentOffer offer(Settled settled) {
        InstalmentRule rule = account.policy().instalments();
        Money usual = input.usualBill();
        if (rule == null || usual == null) {
            return null;
        }
        int instalments = Math.min(rule.most(), settled.periods().size());
        Money total = settled.dueNow().total();
        Fraction offerAbove = usual.toFraction().times(rule.multipleOfUsual());
        if (instalments < 2 || total.toFraction().compareTo(offerAbove) <= 0) {
            return null;
        }
        long each = total.minorUnits() / instalments;
        long first = total.minorUnits() - each * (instalments - 1);
        return new InstalmentOffer(instalments, Money.ofMinor(first), Money.ofMinor(each));
    }
}
