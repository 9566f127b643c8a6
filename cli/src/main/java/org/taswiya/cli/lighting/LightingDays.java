package org.taswiya.cli.lighting;

import java.time.LocalDate;
import org.taswiya.core.calendar.DateRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The days that are asked about.
final class LightingDays {
    /// Ten years: more nobody bills at once.
    private static final int DAYS_MOST = 3_653;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The day after the last.")
    private LocalDate to = LocalDate.EPOCH;

    DateRange range(CommandSpec spec) {
        if (!to.isAfter(from)) {
            throw new ParameterException(spec.commandLine(), "--to: found " + to + ", expected a day after " + from);
        }
        DateRange days = DateRange.of(from, to);
        if (days.days() > DAYS_MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--to: found " + days.days() + " days, expected at most " + DAYS_MOST);
        }
        return days;
    }
}
