package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;

/// Whichever cycles are run and whichever are passed over, a year costs the same. A kWh is 1.00, from 200 in a month
/// on 2.00, and a meter 10.00 a month.
class PassedOverTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    static final int MONTHS = 13;

    private static final TariffComponent ENERGY = new BlockCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            false,
            List.of(
                    new BlockTier(Decimal.of(200), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE),
                    new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(2))),
            "all",
            "");
    private static final TariffComponent METER = new FixedCharge("meter", Decimal.of(10), ChargedPer.MONTH, "all", "");
    private static final TariffComponent NETTING = new NetMetering(
            "own-energy",
            Unit.KILOWATT_HOUR,
            new SurplusSettlement(Month.DECEMBER, Decimal.parse("0.3")),
            true,
            "all",
            "");
    private static final TariffComponent POOR = new PowerFactorCharge(
            "poor", Set.of("energy"), Decimal.parse("0.9"), Decimal.parse("0.01"), null, "all", "");

    /// What a dial and the register beside it show on a day.
    private record Shown(LocalDate day, long dial, long register) {}

    /// A house that is billed by some cycles, one after the other.
    private static final class House {
        private final TariffComponent[] components;
        private final List<Shown> shown;
        private final List<Usage> settled = new ArrayList<>();
        private List<BilledPeriod> billed = new ArrayList<>();
        private LocalDate opened = FIRST;
        private Money sum = Money.ZERO;

        House(List<Shown> shown, TariffComponent... components) {
            this.shown = shown;
            this.components = components;
        }

        House bill(Iterable<LocalDate> cycles) {
            cycles.forEach(this::bill);
            return this;
        }

        private void bill(LocalDate cycle) {
            Mill mill = new Mill(components)
                    .hasPast(new BilledPast(FIRST, null, opened, settled, new TreeMap<>()))
                    .used(new Usage(DateRange.of(FIRST.minusMonths(1), FIRST), Decimal.of(93), UsageQuality.ACTUAL));
            List<LocalDate> read = new ArrayList<>();
            for (Shown one : shown) {
                if (!one.day().isAfter(cycle)) {
                    mill.shows(Determinant.EXPORTED_ENERGY, one.day().toString(), Long.toString(one.register()))
                            .shows(Determinant.REACTIVE_ENERGY, one.day().toString(), Long.toString(one.register()));
                    if (!one.day().isBefore(opened)) {
                        mill.reads(one.day().toString(), one.dial());
                        read.add(one.day());
                    }
                }
            }
            new UnbilledPeriods(mill.input().tariff())
                    .around(billed, read, cycle)
                    .forEach(mill::wasBilled);
            if (mill.billed(cycle.toString()) instanceof Billed(DraftBill bill)) {
                keep(bill, read.getLast());
            }
        }

        /// An agreement that is held is not billed, and the next cycle tries again.
        private void keep(DraftBill bill, LocalDate lastRead) {
            sum = sum.plus(bill.amounts().total());
            boolean isEstimate = bill.basis() instanceof Basis.OnEstimate;
            for (BillSegment segment : bill.segments()) {
                if (isEstimate) {
                    billed.add(BilledPeriod.estimated(segment.range(), segment.usage(), segment.claimed()));
                } else {
                    settled.add(new Usage(segment.range(), segment.usage(), UsageQuality.ACTUAL));
                }
            }
            if (!isEstimate) {
                billed = new ArrayList<>();
                opened = lastRead;
            }
        }

        Money sum() {
            assertThat(opened).isEqualTo(shown.getLast().day());
            return sum;
        }
    }

    /// @param early how many days before the first of a month, or after it
    private static List<Shown> read(List<Integer> used, List<Integer> others, List<Integer> early) {
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown(FIRST, 0, 0));
        for (int month = 1; month <= MONTHS; month++) {
            Shown before = shown.getLast();
            shown.add(new Shown(
                    FIRST.plusMonths(month).minusDays(early.get(month - 1)),
                    before.dial() + used.get(month - 1),
                    before.register() + others.get(month - 1)));
        }
        return shown;
    }

    private static final List<Integer> ON_THE_FIRST = Collections.nCopies(MONTHS, 0);

    /// The fifth of each month, by when its meter is read; the last is always run.
    private static Set<LocalDate> cycles(Set<Integer> run, int day) {
        Set<LocalDate> cycles = new TreeSet<>();
        for (int month = 1; month <= MONTHS; month++) {
            if (run.contains(month) || month == MONTHS) {
                cycles.add(FIRST.plusMonths(month).withDayOfMonth(day));
            }
        }
        return cycles;
    }

    private static Set<LocalDate> all(int day) {
        return cycles(Set.copyOf(IntStream.rangeClosed(1, MONTHS).boxed().toList()), day);
    }

    @Property(tries = 60)
    void monthsThatAreReadNetAndAreSettledAlike(
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> used,
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> fedIn,
            @ForAll @Size(MONTHS) List<@IntRange(min = -1, max = 1) Integer> early,
            @ForAll Set<@IntRange(min = 1, max = MONTHS) Integer> run) {
        List<Shown> shown = read(used, fedIn, early);
        Money monthly = new House(shown, ENERGY, METER, NETTING).bill(all(5)).sum();
        assertThat(new House(shown, ENERGY, METER, NETTING).bill(cycles(run, 5)).sum())
                .isEqualTo(monthly);
    }

    @Property(tries = 60)
    void eachMonthHasItsPowerFactor(
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> used,
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> reactive,
            @ForAll @Size(MONTHS) List<@IntRange(min = -1, max = 1) Integer> early,
            @ForAll Set<@IntRange(min = 1, max = MONTHS) Integer> run) {
        List<Shown> shown = read(used, reactive, early);
        Money monthly = new House(shown, ENERGY, POOR).bill(all(5)).sum();
        assertThat(new House(shown, ENERGY, POOR).bill(cycles(run, 5)).sum()).isEqualTo(monthly);
    }

    /// Whatever is estimated meanwhile, and whichever months are divided by days.
    @Property(tries = 60)
    void monthsThatAreNotReadAreDividedAlike(
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> used,
            @ForAll @Size(MONTHS) List<@IntRange(max = 500) Integer> fedIn,
            @ForAll Set<@IntRange(min = 1, max = MONTHS) Integer> reached,
            @ForAll Set<@IntRange(min = 1, max = MONTHS) Integer> run) {
        List<Shown> months = read(used, fedIn, ON_THE_FIRST);
        List<Shown> shown = new ArrayList<>();
        for (int month = 0; month <= MONTHS; month++) {
            if (month == 0 || month == MONTHS || reached.contains(month)) {
                shown.add(months.get(month));
            }
        }
        Money blocks = new House(shown, ENERGY, METER).bill(all(1)).sum();
        assertThat(new House(shown, ENERGY, METER).bill(cycles(run, 1)).sum()).isEqualTo(blocks);
        Money netted = new House(shown, ENERGY, METER, NETTING).bill(all(1)).sum();
        assertThat(new House(shown, ENERGY, METER, NETTING).bill(cycles(run, 1)).sum())
                .isEqualTo(netted);
    }

    /// 100 more are fed in than used in November, December and January each: what is left in December is settled,
    /// though the cycles to December and January are passed over.
    @Test
    void aSettlementIsNotPassedOver() {
        List<Integer> used = Collections.nCopies(MONTHS, 100);
        List<Integer> fedIn = new ArrayList<>(Collections.nCopies(MONTHS, 0));
        fedIn.set(9, 200);
        fedIn.set(10, 200);
        fedIn.set(11, 200);
        List<Shown> shown = read(used, fedIn, ON_THE_FIRST);
        Set<LocalDate> cycles = new TreeSet<>(all(1));
        cycles.remove(LocalDate.of(2026, 12, 1));
        cycles.remove(LocalDate.of(2027, 1, 1));
        // nine months of 110, three of 10, a credit of 60, and the last that has its 100 from January; 20 % tax
        assertThat(new House(shown, ENERGY, METER, NETTING).bill(cycles).sum())
                .isEqualTo(Money.parse("1164.00")); // (990 + 30 + 10 - 200 x 0.3) x 1.2
    }
}
