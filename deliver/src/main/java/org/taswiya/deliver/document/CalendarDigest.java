package org.taswiya.deliver.document;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;

/// The digest of when time bands are: two calendars of one digest put every moment into the same band.
final class CalendarDigest {
    private CalendarDigest() {}

    static String of(TimeBands calendar) {
        StringBuilder text = new StringBuilder();
        text.append(calendar.zone()).append('\n');
        text.append(new TreeSet<>(calendar.everyYear())).append('\n');
        text.append(new TreeSet<>(calendar.holidays())).append('\n');
        for (BandSeason season : calendar.seasons()) {
            text.append(season.from()).append('\n');
            for (BandWindow window : season.windows()) {
                text.append(window.band())
                        .append(' ')
                        .append(new TreeSet<>(window.days()))
                        .append(' ')
                        .append(window.from())
                        .append(' ')
                        .append(window.to())
                        .append('\n');
            }
        }
        return DocumentSeal.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
