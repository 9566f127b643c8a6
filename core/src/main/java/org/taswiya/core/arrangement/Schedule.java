package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;

/// The instalments of an arrangement, in the order in which they fall due.
public record Schedule(List<Instalment> instalments) {

    /// One of them.
    ///
    /// @param amount above zero
    public record Instalment(LocalDate dueOn, Money amount) {
        public Instalment {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("An instalment of " + amount + " due on " + dueOn);
            }
        }
    }

    public Schedule {
        instalments = List.copyOf(instalments);
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("A schedule without instalments");
        }
        for (int i = 1; i < instalments.size(); i++) {
            if (!instalments.get(i).dueOn().isAfter(instalments.get(i - 1).dueOn())) {
                throw new IllegalArgumentException("Instalments do not fall due one after the other: " + instalments);
            }
        }
    }

    /// Equal instalments, a month apart. The first takes what cannot be divided evenly, as the offer on a bill has it:
    /// fewer minor units than there are instalments.
    ///
    /// @param total at least a minor unit for each
    /// @param first when the first falls due, or on the next working day. The others are counted from this day, or from
    ///     that one where it is of the next month; one that is no working day moves on as well, but stays in its month,
    ///     so that no month has none and none has two
    public static Schedule equal(Money total, int number, LocalDate first, WorkingDays days) {
        long each = total.minorUnits() / number;
        List<Instalment> instalments = new ArrayList<>(number);
        LocalDate moved = days.onOrAfter(first);
        LocalDate from = moved.getMonth() == first.getMonth() ? first : moved;
        for (int i = 0; i < number; i++) {
            long amount = i == 0 ? total.minorUnits() - each * (number - 1) : each;
            instalments.add(new Instalment(days.inMonth(from.plusMonths(i)), Money.ofMinor(amount)));
        }
        return new Schedule(instalments);
    }

    /// The same with something paid before all of them.
    public Schedule after(LocalDate on, Money amount) {
        List<Instalment> all = new ArrayList<>();
        all.add(new Instalment(on, amount));
        all.addAll(instalments);
        return new Schedule(all);
    }

    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What has fallen due up to a day, the day with it.
    public Money dueTo(LocalDate day) {
        return instalments.stream()
                .filter(instalment -> !instalment.dueOn().isAfter(day))
                .map(Instalment::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    public LocalDate last() {
        return instalments.getLast().dueOn();
    }
}
