package org.taswiya.store.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.billing.BandRegisters;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.copy.CopiedRows;

/// One agreement of a batch while its input is gathered, query by query.
final class OpenAgreement {
    final String reference;
    final String account;
    final String usagePoint;
    final String premise;
    final String tariff;
    final int households;
    final @Nullable LocalDate to;

    /// Of its meter, or of its lamps; null where neither is known.
    @Nullable Register register;

    /// By time band, this agreement at the registers of its device that count by time band; none where one dial counts.
    final SortedMap<String, OpenAgreement> ofBands = new TreeMap<>();

    /// Why they cannot be measured; null when they can.
    @Nullable Hold unmeasured;

    final LocalDate billedFrom;

    /// The first day of the agreement, whoever billed it then.
    final LocalDate suppliedFrom;

    /// What is stated for a year; null when nothing is.
    final @Nullable Decimal annualVolume;

    /// Whether a bill was cancelled or a reading corrected after the last bill.
    final boolean isReopened;

    /// Whether a person has put right what it waited for, so that a run off the cycle bills it.
    final boolean isRequested;

    /// The number of the last bill, cancelled or not; 0 before the first.
    final long lastBill;

    /// Whether it ended on a day on which nobody could read the meter, so that its final bill rests on an estimate.
    final boolean isEndEstimated;

    /// How a person wants the next estimate made; null when nobody has said anything.
    @Nullable EstimateInstruction instruction;

    /// Whether a person has said that the next bill leaves whatever the checks find.
    final boolean isReleased;

    /// Of the account's customer; null where nobody asked.
    @Nullable CustomerClass customerClass;

    /// The day of the actual reading from which the next bill has to look.
    LocalDate gapFrom;

    BillsBefore before;

    /// Of its account.
    Money arrears = Money.ZERO;

    /// From the gap on, in order.
    List<Reading> readings = List.of();

    /// Usage before the gap, where the bill needs a past.
    List<Usage> history = List.of();

    /// What its class has shown about the days to be estimated; null when nothing is.
    @Nullable ClassUse ofClass;

    List<MeterExchange> exchanges = new ArrayList<>();
    /// The days on which its meters were installed, in order.
    final List<LocalDate> installed = new ArrayList<>(1);

    /// The day on which its last meter was taken away; null while one hangs there.
    @Nullable LocalDate takenAway;

    /// Bills of the old system from the gap on, in order.
    final List<FormerBill> former = new ArrayList<>();

    /// In order. Of a former bill's period only what bills of these books have claimed for it; what the old system did
    /// comes to it where the tariff is known.
    List<BilledPeriod> billed = List.of();

    /// Of its bill that is made again, in order; none where it is billed for the first time.
    final List<DateRange> again = new ArrayList<>(0);

    List<DateRange> vacancies = new ArrayList<>();

    /// What is known besides, where its tariff asks for more than the usage.
    AskedFor askedFor = AskedFor.NOTHING;

    /// Whether an inventory has lamps of it although a meter counts.
    boolean hasLampsBesideMeter;

    /// Orders that reading stop where it is, whenever.
    List<ReadingSuspension> suspensions = new ArrayList<>();

    private OpenAgreement(CopiedRows row) {
        reference = row.text();
        account = row.text();
        usagePoint = row.text();
        premise = row.text();
        tariff = row.text();
        households = (int) row.whole();
        to = row.dateOrNull();
        billedFrom = row.date();
        annualVolume = row.numericOrNull();
        register = register(row);
        LocalDate nextGapFrom = row.dateOrNull();
        gapFrom = nextGapFrom == null ? billedFrom : nextGapFrom;
        before = before((int) row.whole(), row, nextGapFrom != null);
        isReopened = row.bool();
        isReleased = row.bool();
        isRequested = row.bool();
        lastBill = row.whole();
        isEndEstimated = row.bool();
        suppliedFrom = row.date();
    }

    private OpenAgreement(OpenAgreement of, String point, Register counting) {
        reference = of.reference;
        account = of.account;
        usagePoint = point;
        premise = of.premise;
        tariff = of.tariff;
        households = of.households;
        to = of.to;
        billedFrom = of.billedFrom;
        annualVolume = null;
        register = counting;
        gapFrom = of.gapFrom;
        before = of.before;
        isReopened = of.isReopened;
        isReleased = of.isReleased;
        isRequested = of.isRequested;
        lastBill = of.lastBill;
        isEndEstimated = of.isEndEstimated;
        suppliedFrom = of.suppliedFrom;
    }

    /// The same agreement as another register of its device has it.
    OpenAgreement at(String point, Register counting) {
        return new OpenAgreement(this, point, counting);
    }

    /// Takes what the registers that count by time band come to for what its dial shows.
    void takeRegisters() {
        if (ofBands.isEmpty()) {
            return;
        }
        switch (BandRegisters.of(registers())) {
            case BandRegisters.Unexplained unexplained -> {
                readings = List.of();
                unmeasured = unexplained.hold();
            }
            case BandRegisters.Together together -> {
                register = together.register();
                readings = together.readings();
                exchanges = new ArrayList<>();
                unmeasured = null;
            }
        }
    }

    /// Those that count by time band, as a bill depends on them.
    List<BandRegister> registers() {
        List<BandRegister> registers = new ArrayList<>();
        ofBands.forEach((band, at) -> registers.add(new BandRegister(
                band,
                Objects.requireNonNull(at.register),
                at.readings,
                at.exchanges.stream().filter(e -> !e.at().isBefore(gapFrom)).toList(),
                at.history)));
        return registers;
    }

    /// @param row the columns in the order in which [BillingInputs] asks for them
    static OpenAgreement of(CopiedRows row) {
        return new OpenAgreement(row);
    }

    /// @param removed how the meter counted that was taken away; null when unknown
    void addExchange(MeterExchange exchange, @Nullable Register removed) {
        exchanges.add(removed == null || register == null ? exchange : exchange.of(removed, register));
    }

    /// Its meters in the order in which they were installed.
    void addMeter(LocalDate day, @Nullable LocalDate removed) {
        installed.add(day);
        takenAway = removed;
    }

    /// Unit, digits, decimals, multiplier; null where there is no meter.
    static @Nullable Register register(CopiedRows row) {
        String unit = row.textOrNull();
        Integer digits = row.integerOrNull();
        int decimals = (int) row.whole();
        Decimal multiplier = row.numericOrNull();
        return unit == null || multiplier == null
                ? null
                : new Register(digits, decimals, multiplier, Unit.ofSymbol(unit).orElseThrow());
    }

    private static BillsBefore before(int open, CopiedRows row, boolean isBilled) {
        List<Money> recent = new ArrayList<>();
        for (long total : row.wholes()) {
            recent.add(Money.ofMinor(total));
        }
        return isBilled ? new BillsBefore(open, recent) : BillsBefore.NONE;
    }

    /// Lamps count what it uses, as a dial would.
    void supplyWithoutMeter(UnmeteredSupply supply) {
        askedFor = askedFor.with(supply);
        readings = supply.readings(billed);
    }

    /// What of a utility's policy holds for it.
    BillingPolicy of(BillingPolicy policy) {
        return customerClass == null ? policy : policy.of(customerClass);
    }

    /// As if nothing had been billed.
    void forgetBills() {
        gapFrom = billedFrom;
        before = BillsBefore.NONE;
    }

    /// Whether the bill will be an estimate, or the meter has gone down and what is usual must decide why.
    boolean needsPast() {
        return hasGoneDown() || ofBands.values().stream().anyMatch(OpenAgreement::hasGoneDown) || needsEstimate();
    }

    /// Whether nothing was read after what is billed.
    boolean needsEstimate() {
        return !lastActual(gapFrom).isAfter(billedTo());
    }

    /// Whether the meter showed less than before.
    boolean hasGoneDown() {
        Reading last = null;
        for (Reading reading : readings) {
            if (reading.isMeasuring()) {
                if (last != null && reading.value().compareTo(last.value()) < 0) {
                    return true;
                }
                last = reading;
            }
        }
        return false;
    }

    /// The first day of the gap on which a meter came in place of another, and no exchange says what that one showed;
    /// null when there is none, or nobody has read since.
    @Nullable LocalDate unrecordedExchange() {
        return ofBands.isEmpty()
                ? unrecordedHere()
                : ofBands.values().stream()
                        .map(OpenAgreement::unrecordedHere)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable LocalDate unrecordedHere() {
        LocalDate last = lastActual(gapFrom);
        for (LocalDate day : installed.subList(Math.min(1, installed.size()), installed.size())) {
            boolean isMeasuredOver = day.isAfter(gapFrom) && !day.isAfter(last);
            if (isMeasuredOver
                    && exchanges.stream().noneMatch(exchange -> exchange.at().equals(day))) {
                return day;
            }
        }
        return null;
    }

    LocalDate lastActual(LocalDate none) {
        LocalDate last = none;
        for (Reading reading : readings) {
            last = reading instanceof ActualReading ? reading.at() : last;
        }
        return last;
    }

    /// What is estimated when nothing more is read up to a day; null when that is nothing, or nothing was ever read.
    @Nullable DateRange unread(LocalDate to) {
        LocalDate from = billsBegin();
        boolean isOpened = !billed.isEmpty() || firstActual() != null;
        return isOpened && from.isBefore(to) ? DateRange.of(from, to) : null;
    }

    /// Where the next bill begins.
    LocalDate billsBegin() {
        LocalDate first = billed.isEmpty() ? firstActual() : null;
        return first == null ? billedTo() : first;
    }

    @Nullable LocalDate firstActual() {
        for (Reading reading : readings) {
            if (reading instanceof ActualReading) {
                return reading.at();
            }
        }
        return null;
    }

    /// The end of what is billed.
    LocalDate billedTo() {
        LocalDate end = gapFrom;
        for (BilledPeriod period : billed) {
            end = period.range().to().isAfter(end) ? period.range().to() : end;
        }
        return end;
    }
}
