package org.taswiya.core.arrangement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.quantity.Money;

/// How an arrangement stands on a day, found from what was settled on its items since it was signed.
///
/// @param settled of what is arranged
/// @param due what has fallen due, what falls due on this day with it
/// @param brokenOn the first day on which an instalment could no longer be made up; null when none was
/// @param rows an instalment each
public record Standing(
        ArrangementState state,
        Money settled,
        Money due,
        @Nullable LocalDate brokenOn,
        List<Row> rows) {

    public Standing {
        rows = List.copyOf(rows);
    }

    /// One instalment.
    ///
    /// @param open what of it is not settled, the earlier ones first
    public record Row(Instalment instalment, Money open, InstalmentState state) {}

    /// How an instalment stands.
    public enum InstalmentState {
        /// Settled by its day.
        PAID,
        /// Settled after its day.
        PAID_LATE,
        /// Not due yet.
        COMING,
        /// Not settled, and may still be made up.
        LATE,
        /// Not settled, and too late.
        MISSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What is to be paid now, so that it is kept; nothing under one that is over, whose items are owed by themselves
    /// or under the one that took its place.
    public Money payable() {
        return switch (state) {
            case KEPT, LATE, BROKEN -> due.minus(settled).max(Money.ZERO);
            case SETTLED, SETTLED_EARLY, RENEGOTIATED, ENDED -> Money.ZERO;
        };
    }

    /// The instalment to be paid next under one that runs; null where all are paid, and under one that is over.
    public @Nullable Row next() {
        return state.isRunning()
                ? rows.stream()
                        .filter(row -> row.open().signum() > 0)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// What of it is still to be paid in all.
    public Money rest() {
        return rows.stream().map(Row::open).reduce(Money.ZERO, Money::plus);
    }

    static Standing of(Arrangement of, LocalDate day, List<SettledAmount> settled) {
        Money total = of.schedule().total();
        List<Row> rows = new ArrayList<>();
        LocalDate brokenOn = null;
        Money needed = Money.ZERO;
        Money now = least(total, settledBy(settled, day));
        for (Instalment instalment : of.schedule().instalments()) {
            needed = needed.plus(instalment.amount());
            LocalDate lastDay = instalment.dueOn().plusDays(of.graceDays());
            if (brokenOn == null
                    && day.isAfter(lastDay)
                    && settledBy(settled, lastDay).compareTo(needed) < 0) {
                brokenOn = lastDay.plusDays(1);
            }
            Money open = least(instalment.amount(), needed.minus(now).max(Money.ZERO));
            boolean inTime =
                    settledBy(settled, earlier(day, instalment.dueOn())).compareTo(needed) >= 0;
            rows.add(new Row(instalment, open, state(open, inTime, day, instalment.dueOn(), lastDay)));
        }
        return new Standing(
                state(of, day, settled, brokenOn), now, of.schedule().dueTo(day), brokenOn, rows);
    }

    private static InstalmentState state(
            Money open, boolean inTime, LocalDate day, LocalDate dueOn, LocalDate lastDay) {
        if (open.isZero()) {
            return inTime ? InstalmentState.PAID : InstalmentState.PAID_LATE;
        }
        if (!day.isAfter(dueOn)) {
            return InstalmentState.COMING;
        }
        return day.isAfter(lastDay) ? InstalmentState.MISSED : InstalmentState.LATE;
    }

    private static ArrangementState state(
            Arrangement of, LocalDate day, List<SettledAmount> settled, @Nullable LocalDate brokenOn) {
        Arrangement.Ending ending = of.ending();
        if (ending != null && !day.isBefore(ending.on())) {
            return ending.isRenegotiated() ? ArrangementState.RENEGOTIATED : ArrangementState.ENDED;
        }
        Money total = of.schedule().total();
        if (settledBy(settled, day).compareTo(total) >= 0) {
            LocalDate before = earlier(day, of.schedule().last().minusDays(1));
            return settledBy(settled, before).compareTo(total) >= 0
                    ? ArrangementState.SETTLED_EARLY
                    : ArrangementState.SETTLED;
        }
        if (brokenOn != null) {
            return ArrangementState.BROKEN;
        }
        boolean isBehind = settledBy(settled, day).compareTo(of.schedule().dueTo(day.minusDays(1))) < 0;
        return isBehind ? ArrangementState.LATE : ArrangementState.KEPT;
    }

    private static Money settledBy(List<SettledAmount> settled, LocalDate day) {
        return settled.stream()
                .filter(one -> !one.on().isAfter(day))
                .map(SettledAmount::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
