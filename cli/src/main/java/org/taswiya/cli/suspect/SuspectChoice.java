package org.taswiya.cli.suspect;

import java.time.LocalDate;
import picocli.CommandLine.Parameters;

/// The suspects of one usage point and day.
final class SuspectChoice {
    @Parameters(index = "0", paramLabel = "POINT", description = "The usage point, as `suspect list` names it.")
    private String usagePoint = "";

    @Parameters(index = "1", paramLabel = "DAY", description = "The day of the reading, such as 2020-06-01.")
    private LocalDate day = LocalDate.EPOCH;

    String usagePoint() {
        return usagePoint;
    }

    LocalDate day() {
        return day;
    }
}
