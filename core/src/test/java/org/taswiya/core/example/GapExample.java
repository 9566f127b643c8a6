package org.taswiya.core.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.Settlement;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SettlementOutcome.HeldSettlement;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;

/// A gap under Casablanca's household electricity, told line by line and then settled.
public final class GapExample {

    private final List<Reading> readings = new ArrayList<>();
    private final List<MeterExchange> exchanges = new ArrayList<>();
    private final List<BilledPeriod> billed = new ArrayList<>();
    private Tariff tariff = CasablancaFixture.electricity();
    private Register register = Register.simple(Unit.KILOWATT_HOUR);
    private AllocationPolicy policy = new AllocationPolicy.ByDays();
    private @Nullable BackBilling limit;

    public GapExample tariff(Tariff other) {
        tariff = other;
        return this;
    }

    public GapExample register(@Nullable Integer digits, int decimals, String multiplier) {
        register = new Register(digits, decimals, Decimal.parse(multiplier), Unit.KILOWATT_HOUR);
        return this;
    }

    public GapExample actual(String at, String value) {
        readings.add(new Reading.ActualReading(LocalDate.parse(at), Decimal.parse(value), "round"));
        return this;
    }

    public GapExample customer(String at, String value) {
        readings.add(new Reading.CustomerReading(LocalDate.parse(at), Decimal.parse(value), "e-mail"));
        return this;
    }

    public GapExample estimated(String at, String value) {
        readings.add(new Reading.EstimatedReading(LocalDate.parse(at), Decimal.parse(value), ""));
        return this;
    }

    public GapExample exchange(String at, String removed, String installed) {
        exchanges.add(new MeterExchange(LocalDate.parse(at), Decimal.parse(removed), Decimal.parse(installed)));
        return this;
    }

    public GapExample billed(String from, String to, String usage) {
        return billed(from, to, usage, null);
    }

    public GapExample billed(String from, String to, String usage, @Nullable Amounts amounts) {
        billed.add(BilledPeriod.estimated(range(from, to), Decimal.parse(usage), amounts));
        return this;
    }

    public GapExample policy(AllocationPolicy other) {
        policy = other;
        return this;
    }

    public GapExample limit(BackBilling backBilling) {
        limit = backBilling;
        return this;
    }

    public SettlementOutcome outcome() {
        return Settlement.settle(settlement());
    }

    public SettlementCase settlement() {
        return new SettlementCase(tariff, 1, register, readings, exchanges, billed, List.of(), policy, limit);
    }

    public Settled settled() {
        SettlementOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(Settled.class);
        return (Settled) outcome;
    }

    /// The usage of every period, in order.
    public List<String> usages() {
        return settled().periods().stream()
                .map(SettledPeriod::usage)
                .map(Decimal::toString)
                .toList();
    }

    /// Why it is held.
    public List<HoldReason> reasons() {
        SettlementOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(HeldSettlement.class);
        return ((HeldSettlement) outcome).holds().stream().map(Hold::reason).toList();
    }

    public static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
