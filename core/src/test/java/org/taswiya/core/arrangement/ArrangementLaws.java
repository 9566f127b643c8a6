package org.taswiya.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.taswiya.core.arrangement.Arrangement.ArrangedItem;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.arrangement.SettledItems.Booked;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ReceiptNumber;

/// Instalments sum exactly; how an arrangement stands depends on days and amounts alone; a payment that was none leaves
/// no trace.
class ArrangementLaws {
    private static final LocalDate SIGNED = LocalDate.of(2020, 6, 15);
    private static final WorkingDays DAYS =
            new WorkingDays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of(SIGNED.plusDays(31)));
    private static final List<ItemKey> ITEMS = List.of(ItemKey.bill("B1"), ItemKey.bill("B2"));

    @Property
    void instalmentsSumExactlyInEverySplit(
            @ForAll @LongRange(min = 60, max = 1_000_000_000_000L) long cents,
            @ForAll @IntRange(min = 1, max = 60) int number,
            @ForAll @IntRange(min = 0, max = 400) int day) {
        Schedule schedule = Schedule.equal(Money.ofMinor(cents), number, SIGNED.plusDays(day), DAYS);
        assertThat(schedule.instalments()).hasSize(number);
        assertThat(schedule.total()).isEqualTo(Money.ofMinor(cents));
        long least = schedule.instalments().getLast().amount().minorUnits();
        for (Instalment instalment : schedule.instalments()) {
            assertThat(DAYS.isWorking(instalment.dueOn())).isTrue();
            assertThat(instalment.amount().minorUnits() - least).isBetween(0L, number - 1L);
        }
        YearMonth first = YearMonth.from(schedule.instalments().getFirst().dueOn());
        assertThat(schedule.instalments())
                .extracting(instalment -> YearMonth.from(instalment.dueOn()))
                .as("one a month")
                .isEqualTo(
                        IntStream.range(0, number).mapToObj(first::plusMonths).toList());
    }

    @Property
    void itStandsTheSameForEveryOrderOfPayments(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 200) int day) {
        Random random = new Random(seed);
        List<SettledAmount> settled = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            settled.add(
                    new SettledAmount(SIGNED.plusDays(random.nextInt(200)), Money.ofMinor(1 + random.nextInt(20_000))));
        }
        Arrangement arrangement = arrangement(random);
        Standing before = arrangement.standingOn(SIGNED.plusDays(day), settled);
        Collections.shuffle(settled, random);
        assertThat(arrangement.standingOn(SIGNED.plusDays(day), settled)).isEqualTo(before);
    }

    /// Some payments before and after signing, each on one of two items; one of them is taken back at any later moment.
    @Property
    void aPaymentTakenBackLeavesNoTrace(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 200) int day) {
        Random random = new Random(seed);
        int payments = 2 + random.nextInt(5);
        int none = random.nextInt(payments);
        long signedAfter = random.nextInt(payments + 1);
        List<Booked> without = new ArrayList<>();
        List<Booked> with = new ArrayList<>();
        List<Booked> ofNone = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            Booked booked = booked(i, SIGNED.plusDays(random.nextInt(200)), random);
            with.add(booked);
            if (i == none) {
                ofNone.add(booked);
            } else {
                without.add(booked);
            }
        }
        for (Booked booked : ofNone) {
            with.add(new Booked(
                    payments + 1L, SIGNED.plusDays(300), booked.allocation().takenBack()));
        }
        Arrangement arrangement = arrangement(random);
        LocalDate on = SIGNED.plusDays(day);
        assertThat(arrangement.standingOn(on, SettledItems.since(with, signedAfter)))
                .isEqualTo(arrangement.standingOn(on, SettledItems.since(without, signedAfter)));
    }

    @Property
    void whatIsMoreSettledStandsNoWorse(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 0, max = 200) int day) {
        Random random = new Random(seed);
        Arrangement arrangement = arrangement(random);
        LocalDate on = SIGNED.plusDays(day);
        List<SettledAmount> some = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            some.add(
                    new SettledAmount(SIGNED.plusDays(random.nextInt(200)), Money.ofMinor(1 + random.nextInt(20_000))));
        }
        List<SettledAmount> more = new ArrayList<>(some);
        more.add(new SettledAmount(SIGNED.plusDays(random.nextInt(200)), Money.ofMinor(1 + random.nextInt(20_000))));
        boolean wasProtected = arrangement.standingOn(on, some).state() != ArrangementState.BROKEN;
        boolean isProtected = arrangement.standingOn(on, more).state() != ArrangementState.BROKEN;
        assertThat(isProtected || !wasProtected).isTrue();
    }

    private static Booked booked(int i, LocalDate on, Random random) {
        ItemKey to = ITEMS.get(random.nextInt(ITEMS.size()));
        Money amount = Money.ofMinor(1 + random.nextInt(20_000));
        Allocation allocation =
                new Allocation(new ReceiptNumber(i + 1L).asCredit(), to, amount, Money.ZERO, random.nextBoolean());
        return new Booked(i + 1L, on, allocation);
    }

    private static Arrangement arrangement(Random random) {
        Money one = Money.ofMinor(600 + random.nextInt(30_000));
        Money other = Money.ofMinor(600 + random.nextInt(30_000));
        return new Arrangement(
                1,
                "0000000001",
                SIGNED,
                List.of(new ArrangedItem(ITEMS.getFirst(), one), new ArrangedItem(ITEMS.getLast(), other)),
                Schedule.equal(one.plus(other), 2 + random.nextInt(5), SIGNED.plusDays(15), DAYS),
                random.nextInt(15),
                null);
    }
}
