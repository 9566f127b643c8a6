package org.taswiya.cli.adjust;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.adjustment.Adjustments.Days;
import picocli.CommandLine.Option;

/// The day on which something is so.
final class DayOption {
    @Option(names = "--on", paramLabel = "DAY", description = "The day of the books. Default: today.")
    private @Nullable LocalDate on;

    Days days() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return new Days(on == null ? today : on, today);
    }
}
