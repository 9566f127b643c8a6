package org.taswiya.cli.billing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.calendar.PlannedCycle;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;

/// What has become of one turn of a cycle.
enum CycleState {
    /// Its window is open or to come.
    NOT_BEGUN,
    RUNNING,
    BILLED,
    /// Its run was begun and given up.
    GIVEN_UP,
    /// Its window is over, or a later turn was billed, and it never was.
    LEFT_OUT;

    /// As answers show it.
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The run of a turn; empty when there is none.
    static Optional<RunReport> run(PlannedCycle turn, List<RunReport> runs) {
        return runs.stream()
                .filter(run -> isOf(turn, run) && run.cycle().billTo().equals(turn.end()))
                .max(Comparator.comparingLong(RunReport::id));
    }

    /// @param today the day that counts as today
    static CycleState of(PlannedCycle turn, List<RunReport> runs, LocalDate today) {
        Optional<RunReport> own = run(turn, runs);
        if (own.isPresent()) {
            return switch (own.get().state()) {
                case FINISHED -> BILLED;
                case UNFINISHED -> RUNNING;
                case ABANDONED -> GIVEN_UP;
                case TRIAL -> NOT_BEGUN;
            };
        }
        boolean isPassed = !today.isBefore(turn.billing().to())
                || runs.stream()
                        .anyMatch(run -> isOf(turn, run) && run.cycle().billTo().isAfter(turn.end()));
        return isPassed ? LEFT_OUT : NOT_BEGUN;
    }

    /// Whether a run bills everybody whom the cycle bills.
    private static boolean isOf(PlannedCycle turn, RunReport run) {
        Cycle cycle = run.cycle();
        return !cycle.isOffCycle()
                && (cycle.area() == null || cycle.area().equals(turn.rule().area()));
    }
}
