package org.taswiya.core.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.BandRegisters.Together;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;

/// A mill that pays 1.20 at peak, 0.90 by day and 0.60 at night, 40 for each kW, and 24 or 60 a month for its meter of
/// 15 or 20. Tax is 20 %.
final class Mill {
    static final BandCharge BANDS = new BandCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            List.of(band("day", "0.9"), band("night", "0.6"), band("peak", "1.2")),
            "all",
            "art. 1");
    static final DemandCharge DEMAND = new DemandCharge(
            "demand", Unit.KILOWATT, DemandBands.WHOLE, EnumSet.allOf(Month.class), tiers("40"), "all", "art. 2");
    static final SizedCharge METER = new SizedCharge(
            "meter-rental",
            Determinant.METER_SIZE,
            new TreeMap<>(Map.of(Decimal.of(15), Decimal.of(24), Decimal.of(20), Decimal.of(60))),
            ChargedPer.MONTH,
            "all",
            "art. 3");

    private static final BillingPolicy POLICY =
            new BillingPolicy(new AllocationPolicy.ByDays(), List.of(EstimationMethod.RECENT_AVERAGE), 6, null, null);

    private Tariff tariff;
    private final List<Reading> readings = new ArrayList<>();
    private final List<CountedDay> days = new ArrayList<>();
    private final List<AgreementFact> facts = new ArrayList<>();
    private final List<BilledPeriod> billed = new ArrayList<>();
    private final List<Usage> history = new ArrayList<>();
    private final List<BandRegister> registers = new ArrayList<>();
    private BilledPast past = BilledPast.NOTHING;

    Mill(TariffComponent... components) {
        tariff = new Tariff(
                "mill/electricity",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.of(components))),
                List.of(new ValueAddedTax(
                        "VAT", "all", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.2"))), "")));
    }

    /// Other prices from a day on.
    Mill charges(String from, TariffComponent... components) {
        LocalDate day = LocalDate.parse(from);
        List<TariffVersion> versions = new ArrayList<>(tariff.versions());
        TariffVersion before = versions.removeLast();
        versions.add(
                new TariffVersion(before.from(), day, before.proration(), before.placeholder(), before.components()));
        versions.add(new TariffVersion(day, null, Proration.NONE, false, List.of(components)));
        tariff = new Tariff(
                tariff.id(),
                tariff.service(),
                tariff.currency(),
                tariff.unit(),
                tariff.basis(),
                tariff.dueDays(),
                versions,
                tariff.taxes(),
                tariff.calendars());
        return this;
    }

    static List<BlockTier> tiers(String price) {
        return List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.parse(price)));
    }

    private static BandLadder band(String band, String price) {
        return new BandLadder(band, BoundBasis.MONTH, tiers(price));
    }

    /// Peak in the morning, night from 20:00 on.
    Mill hasCalendar() {
        return hasCalendar(LocalDate.MIN, 8);
    }

    /// The same from a day on, with a morning up to some hour.
    Mill hasCalendar(LocalDate from, int morning) {
        SortedMap<LocalDate, TimeBands> calendars = new TreeMap<>(tariff.calendars());
        calendars.put(
                from,
                new TimeBands(
                        ZoneOffset.UTC,
                        List.of(new BandSeason(
                                "year",
                                MonthDay.of(1, 1),
                                List.of(
                                        window("peak", 0, morning),
                                        window("day", morning, 20),
                                        window("night", 20, 24)))),
                        Set.of(),
                        Set.of()));
        tariff = tariff.with(calendars);
        return this;
    }

    private static BandWindow window(String band, int from, int to) {
        return new BandWindow(band, EnumSet.allOf(BandDay.class), from * 60, to * 60);
    }

    Mill reads(String at, long value) {
        readings.add(new ActualReading(LocalDate.parse(at), Decimal.of(value), "round"));
        return this;
    }

    /// Every day from one to another the same, with its highest quarter of an hour by day.
    Mill counts(String from, String to, String day, String night, String peak, String highest) {
        return counts(from, to, day, night, peak, highest, 0);
    }

    Mill counts(String from, String to, String day, String night, String peak, String highest, int estimated) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to)).forEach(date -> {
            Instant at = date.atTime(10, 0).toInstant(ZoneOffset.UTC);
            SortedMap<String, CountedDay.Band> bands = new TreeMap<>();
            bands.put(
                    "day",
                    new CountedDay.Band(Decimal.parse(day), new Demand(at, 900, Decimal.parse(highest)), estimated));
            bands.put("night", new CountedDay.Band(Decimal.parse(night), null, 0));
            bands.put("peak", new CountedDay.Band(Decimal.parse(peak), null, 0));
            days.removeIf(known -> known.day().equals(date));
            days.add(new CountedDay(date, bands));
        });
        return this;
    }

    /// What the books know of before its gap.
    Mill hasPast(BilledPast known) {
        past = known;
        return this;
    }

    /// A register that counts in one band.
    Mill hasRegister(BandRegister register) {
        registers.add(register);
        return this;
    }

    Mill hasMeter(String from, long size) {
        return shows(Determinant.METER_SIZE, from, Long.toString(size));
    }

    /// What a register of its own shows at the start of a day, or what holds from it on.
    Mill shows(Determinant determinant, String at, String value) {
        facts.add(new AgreementFact(determinant, LocalDate.parse(at), Decimal.parse(value)));
        return this;
    }

    Mill wasBilled(BilledPeriod period) {
        billed.add(period);
        return this;
    }

    Mill used(Usage usage) {
        history.add(usage);
        return this;
    }

    AgreementInput input() {
        return !registers.isEmpty() && BandRegisters.of(registers) instanceof Together together
                ? input(together.register(), together.readings())
                : input(Register.simple(Unit.KILOWATT_HOUR), readings);
    }

    private AgreementInput input(Register register, List<Reading> shown) {
        return new AgreementInput(
                "C00001", tariff, 1, register, shown, List.of(), billed, history, List.of(), List.of(), null, null,
                null, null, null, known());
    }

    AskedFor known() {
        return new AskedFor(facts, days, registers, past);
    }

    AccountInput account(String billTo) {
        LocalDate end = LocalDate.parse(billTo);
        return new AccountInput("0000000001", end, end.plusDays(4), POLICY, Money.ZERO, List.of(input()));
    }

    AccountOutcome.AgreementOutcome billed(String billTo) {
        return AccountBilling.bill(account(billTo)).agreements().getFirst();
    }

    DraftBill bill(String billTo) {
        AccountOutcome.AgreementOutcome outcome = billed(billTo);
        if (outcome instanceof AccountOutcome.Billed(DraftBill bill)) {
            return bill;
        }
        throw new AssertionError(outcome);
    }
}
