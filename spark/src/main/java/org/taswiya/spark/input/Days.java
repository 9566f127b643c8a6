package org.taswiya.spark.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;

/// Days of the century after 1970 and ranges that begin on them, each made once: bills of a cycle are full of the same
/// few. Safe for use by several threads, who at worst make one twice.
final class Days {
    private static final int COUNT = 36_525;
    private static final @Nullable LocalDate[] DAYS = new LocalDate[COUNT];

    /// The last one that was asked for from each day.
    private static final @Nullable DateRange[] RANGES = new DateRange[COUNT];

    private Days() {}

    static LocalDate of(int epochDay) {
        if (epochDay < 0 || epochDay >= COUNT) {
            return LocalDate.ofEpochDay(epochDay);
        }
        LocalDate known = DAYS[epochDay];
        if (known == null) {
            known = LocalDate.ofEpochDay(epochDay);
            DAYS[epochDay] = known;
        }
        return known;
    }

    @SuppressWarnings("ReferenceEquality") // days are made once
    static DateRange range(int from, int to) {
        if (from < 0 || from >= COUNT) {
            return DateRange.of(of(from), of(to));
        }
        DateRange known = RANGES[from];
        if (known == null || known.to() != of(to)) {
            known = DateRange.of(of(from), of(to));
            RANGES[from] = known;
        }
        return known;
    }
}
