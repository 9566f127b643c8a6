package org.taswiya.cli.request;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The day on which something is so.
final class TodayOption {
    @Option(names = "--on", paramLabel = "DAY", description = "The day of the books. Default: today.")
    private @Nullable LocalDate on;

    LocalDate day() {
        return on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
    }
}
