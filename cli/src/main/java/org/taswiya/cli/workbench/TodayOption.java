package org.taswiya.cli.workbench;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which day it is.
public final class TodayOption {
    @Option(names = "--today", paramLabel = "DAY", description = "The day on which it is done. Default: today.")
    private @Nullable LocalDate day;

    LocalDate day() {
        return day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    }
}
