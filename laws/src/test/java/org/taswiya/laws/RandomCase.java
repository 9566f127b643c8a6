package org.taswiya.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BackBilling;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.SettlementCase;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// Draws settlements: billed periods from a first actual reading on, a meter walked through the gap, and now and then
/// something that must be held.
final class RandomCase {

    /// What a draw may contain besides the plain case.
    ///
    /// @param faults so many cases of a hundred have something that should be held
    /// @param openPeriods whether a billed period may outlast the last reading
    /// @param limits whether back-billing may be limited
    record Scope(int faults, boolean openPeriods, boolean limits) {
        static final Scope EVERYTHING = new Scope(14, true, true);
        static final Scope SOUND = new Scope(0, true, false);
        static final Scope CLOSED = new Scope(0, false, false);
    }

    private final Choices choices;
    private final Scope scope;
    private final int decimals;
    private final int stepsPerMonth;
    private final LocalDate start;
    private final List<BilledPeriod> billed = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<MeterExchange> exchanges = new ArrayList<>();

    private RandomCase(Choices choices, Scope scope) {
        this.choices = choices;
        this.scope = scope;
        this.decimals = choices.oneOf(0, 0, 0, 1, 2, 3);
        this.stepsPerMonth = choices.oneOf(6, 6, 6, 10, 10, 10, 15, 15, 30, 2_000, 90_000);
        this.start = choices.dayWithin(RandomTariff.CHANGES_FROM, 150);
    }

    static SettlementCase draw(Choices choices, Scope scope) {
        return new RandomCase(choices, scope).draw();
    }

    private SettlementCase draw() {
        Register register = register();
        AllocationPolicy policy = policy();
        int households = choices.oneOf(1, 1, 1, 2, 3);
        bill();
        LocalDate end = end();
        walk(register, end);
        if (choices.percent(scope.faults())) {
            spoil(register);
        }
        BackBilling limit = scope.limits() && choices.percent(35)
                ? new BackBilling(choices.dayWithin(start.minusDays(5), 120))
                : null;
        List<Usage> history = choices.percent(20) ? history() : List.of();
        List<Reading> arrived = choices.shuffled(readings);
        List<MeterExchange> exchanged = choices.shuffled(exchanges);
        List<BilledPeriod> posted = choices.shuffled(billed);
        return new SettlementCase(
                RandomTariff.draw(choices, decimals, stepsPerMonth),
                households,
                register,
                arrived,
                exchanged,
                posted,
                history,
                policy,
                limit);
    }

    private Register register() {
        Integer digits = choices.<Integer>oneOf(List.of(0, 5, 6, 4, 3));
        Decimal multiplier = Decimal.parse(choices.oneOf("1", "1", "1", "1", "2", "0.5", "1.5"));
        return new Register(digits == 0 ? null : digits, decimals, multiplier, Unit.KILOWATT_HOUR);
    }

    private AllocationPolicy policy() {
        return switch (choices.below(3)) {
            case 0 -> new AllocationPolicy.ByDays();
            case 1 -> new AllocationPolicy.EstimateShape();
            default ->
                new AllocationPolicy.Favourable(Decimal.parse(choices.oneOf("0.1", "0", "0.05", "0.3", "0.5", "1")));
        };
    }

    // What was billed

    private void bill() {
        int count = choices.oneOf(3, 0, 1, 2, 4, 5);
        LocalDate from = start;
        for (int i = 0; i < count; i++) {
            int days = choices.percent(30) ? choices.between(1, 70) : choices.oneOf(30, 31, 29, 28);
            DateRange range = DateRange.of(from, from.plusDays(days));
            UsageQuality quality = choices.percent(25) ? UsageQuality.ACTUAL : UsageQuality.ESTIMATED;
            billed.add(new BilledPeriod(range, estimate(days), quality, amounts()));
            from = range.to();
        }
    }

    private Decimal estimate(int days) {
        long steps = (long) choices.below(2 * stepsPerMonth) * days / 30;
        if (choices.percent(15)) {
            return Decimal.ZERO;
        }
        return choices.percent(10)
                ? Decimal.ofSteps(steps * 10 + choices.below(10), decimals + 1)
                : Decimal.ofSteps(steps, decimals);
    }

    private @Nullable Amounts amounts() {
        return switch (choices.below(10)) {
            case 8 -> {
                Map<String, Money> components = new TreeMap<>();
                components.put("energy", money());
                components.put(choices.oneOf("fixed-0", "sanitation", "once-billed"), money());
                yield Amounts.itemised(components, Map.of("VAT", money(), "LEVY", money()));
            }
            case 9 -> Amounts.totals(money(), money());
            default -> null;
        };
    }

    private Money money() {
        return Money.ofMinor(choices.below(6_000));
    }

    private List<Usage> history() {
        DateRange range = DateRange.of(start.minusDays(90), start);
        return List.of(
                new Usage(range, Decimal.ofSteps(choices.below(6 * stepsPerMonth), decimals), UsageQuality.ACTUAL));
    }

    // What was read

    private LocalDate end() {
        if (billed.isEmpty()) {
            return start.plusDays(choices.between(1, 60));
        }
        LocalDate billedTo = billed.getLast().range().to();
        int more = choices.oneOf(30, 0, 31, choices.between(1, 40), -1);
        if (more >= 0 || !scope.openPeriods()) {
            return billedTo.plusDays(Math.max(0, more));
        }
        int days = (int) DateRange.of(start, billedTo).days();
        int back = 1 + choices.below(choices.oneOf(20, 60));
        return billedTo.minusDays(Math.min(back, days - 1));
    }

    /// Walks the meter from reading to reading; on the way it may be exchanged.
    private void walk(Register register, LocalDate end) {
        long top = register.digits() == null ? Long.MAX_VALUE : tenTo(register.digits() + decimals);
        long dial = register.digits() != null && choices.percent(40)
                ? top - 1L - choices.below(3 * stepsPerMonth)
                : choices.below(2_000);
        Dial meter = new Dial(Math.max(0, dial), top);
        LocalDate before = start;
        for (LocalDate day : readingDays(end)) {
            long days = day.equals(before) ? 0 : DateRange.of(before, day).days();
            boolean exchanged = days > 0 && choices.percent(15);
            if (exchanged) {
                meter.turn(turned(days));
                exchange(register, meter, choices.dayWithin(before, (int) days));
            } else {
                meter.turn(days == 0 ? 0 : turned(days));
            }
            boolean actual = day.equals(start) || day.equals(end) || choices.percent(30);
            readings.add(reading(day, meter, actual));
            before = day;
        }
        besides(end);
    }

    private static long tenTo(int exponent) {
        return Decimal.parse("1" + "0".repeat(exponent)).steps(0);
    }

    /// Steps on the dial in so many days.
    private long turned(long days) {
        return choices.percent(10) ? 0 : choices.below((int) (2L * stepsPerMonth * days / 30) + 1);
    }

    private List<LocalDate> readingDays(LocalDate end) {
        Set<LocalDate> days = new HashSet<>(List.of(start, end));
        int inside = choices.oneOf(0, 0, 1, 2);
        for (int i = 0; i < inside; i++) {
            LocalDate day = billed.isEmpty() || choices.percent(70)
                    ? choices.dayWithin(start, (int) DateRange.of(start, end).days())
                    : choices.oneOf(billed).range().to();
            if (day.isBefore(end)) {
                days.add(day);
            }
        }
        return days.stream().sorted().toList();
    }

    /// On the first or last day of the stretch this is an exchange on the day of a reading, which comes after the
    /// reading, unless the reading shows what the new meter began with.
    /// The old one may have had another multiplier.
    private void exchange(Register register, Dial meter, LocalDate day) {
        Decimal multiplier = Decimal.parse(choices.oneOf("2", "0.5", "1"));
        Register other =
                choices.percent(25) ? new Register(register.digits(), decimals, multiplier, register.unit()) : null;
        Decimal removed = Decimal.ofSteps(meter.value, decimals);
        meter.value = choices.below(50);
        exchanges.add(new MeterExchange(day, removed, Decimal.ofSteps(meter.value, decimals), other));
        meter.turn(choices.percent(60) ? choices.below(stepsPerMonth) : 0);
    }

    private Reading reading(LocalDate day, Dial meter, boolean actual) {
        Decimal value = Decimal.ofSteps(meter.value, decimals);
        return actual ? new Reading.ActualReading(day, value, "") : new Reading.CustomerReading(day, value, "");
    }

    /// Readings that must not matter: estimates, and customers' own before and after the gap.
    private void besides(LocalDate end) {
        if (choices.percent(20)) {
            readings.add(
                    new Reading.EstimatedReading(choices.dayWithin(start, 90), Decimal.of(choices.below(100_000)), ""));
        }
        if (choices.percent(10)) {
            readings.add(new Reading.CustomerReading(start.minusDays(3), Decimal.of(choices.below(100)), ""));
            readings.add(new Reading.CustomerReading(end.plusDays(3), Decimal.of(choices.below(100)), ""));
        }
    }

    /// A dial that starts again after its highest value.
    private static final class Dial {
        private long value;
        private final long top;

        Dial(long value, long top) {
            this.value = value % top;
            this.top = top;
        }

        void turn(long steps) {
            value = (value + steps) % top;
        }
    }

    // What is wrong

    private void spoil(Register register) {
        int last = billed.size() - 1;
        switch (choices.below(6)) {
            case 0 ->
                readings.removeIf(reading -> reading instanceof Reading.ActualReading
                        && !reading.at().equals(start));
            case 1 -> {
                Reading lowest = new Reading.ActualReading(start.minusDays(2), Decimal.of(900), "");
                readings.add(lowest);
            }
            case 2 ->
                readings.replaceAll(reading -> reading.isMeasuring()
                                && reading.at().equals(start)
                        ? new Reading.ActualReading(start, reading.value().plus(Decimal.of(choices.below(2_000))), "")
                        : reading);
            case 3 -> {
                if (last > 0) {
                    billed.remove(choices.below(last + 1));
                }
            }
            case 4 -> {
                if (last >= 0) {
                    int which = choices.below(last + 1);
                    DateRange range = billed.get(which).range();
                    DateRange moved = DateRange.of(range.from().minusDays(choices.between(1, 9)), range.to());
                    billed.set(which, BilledPeriod.estimated(moved, Decimal.ONE, null));
                }
            }
            default -> {
                long beyond = register.digits() == null ? 1_000_000_000_001L : tenTo(register.digits());
                Decimal value = Decimal.of(register.digits() == null ? 4 * beyond : beyond);
                readings.add(new Reading.ActualReading(start.plusDays(400), value, ""));
            }
        }
    }
}
