package org.taswiya.core.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;

/// A way to say what an unread meter would have shown. The code is what policies, bills and answers show.
public enum EstimationMethod {
    /// Nothing, because the premise is known to be empty.
    VACANT,
    /// The mean of the daily averages of the same dates in the two years before. The guideline of spring 2020.
    TWO_YEARS,
    /// The daily average of the same dates last year.
    LAST_YEAR,
    /// The daily average of the last three known intervals.
    RECENT_AVERAGE,
    /// The daily average of the customers of the class.
    CLASS_AVERAGE,
    /// What a person stated for this once; never part of a chain.
    STATED;

    /// Whether a chain may name it: it finds something in what is known.
    public boolean isOfChains() {
        return switch (this) {
            case TWO_YEARS, LAST_YEAR, RECENT_AVERAGE, CLASS_AVERAGE -> true;
            case VACANT, STATED -> false;
        };
    }

    /// The dates of earlier years that it looks at, the last year first; none when it looks at something else, or when
    /// the period is a 29 February alone.
    public List<DateRange> sameDates(DateRange period) {
        int years = switch (this) {
            case TWO_YEARS -> 2;
            case LAST_YEAR -> 1;
            case VACANT, RECENT_AVERAGE, CLASS_AVERAGE, STATED -> 0;
        };
        List<DateRange> dates = new ArrayList<>(years);
        for (int back = 1; back <= years; back++) {
            Optional<DateRange> earlier = period.yearsEarlier(back);
            if (earlier.isEmpty()) {
                return List.of();
            }
            dates.add(earlier.get());
        }
        return dates;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EstimationMethod> ofCode(String code) {
        for (EstimationMethod method : values()) {
            if (method.code().equals(code)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
