package org.taswiya.core.validation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// Use that its customer should be told of. The reading counts all the same.
///
/// @param at the day of the reading that has shown it
/// @param range the days it is about, all before that day
/// @param values the numbers that caused it, by name; exact
/// @param found a sentence with the evidence
public record UseAlarm(Kind kind, LocalDate at, DateRange range, Map<String, Fraction> values, String found) {

    /// What it looks like.
    public enum Kind {
        /// Something flows day and night.
        CONTINUOUS_FLOW,
        /// Far more than ordinary at this season.
        SURGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> ofCode(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    public UseAlarm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
