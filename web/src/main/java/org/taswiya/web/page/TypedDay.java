package org.taswiya.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.customer.TypedText;

/// A day as a browser's calendar gives it, or as people type it where the browser has none.
public final class TypedDay {
    private static final Pattern AS_SENT = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    /// The day first, as everybody here writes it; the year whole, so that it can be taken for nothing else.
    private static final Pattern AS_WRITTEN = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

    private static final Pattern MOMENT = Pattern.compile("(\\S+?)(?:T| )([0-9]{1,2}):([0-9]{2})(?::00)?");

    private TypedDay() {}

    /// @return empty for what is none, and for a day of the year nought, which is none to a database
    public static Optional<LocalDate> parse(String typed) {
        String plain = TypedText.plain(typed);
        Matcher sent = AS_SENT.matcher(plain);
        if (sent.matches()) {
            return day(sent.group(1), sent.group(2), sent.group(3));
        }
        Matcher written = AS_WRITTEN.matcher(plain);
        return written.matches() ? day(written.group(3), written.group(2), written.group(1)) : Optional.empty();
    }

    /// A day and a time of it.
    public static Optional<LocalDateTime> moment(String typed) {
        Matcher moment = MOMENT.matcher(TypedText.plain(typed));
        if (!moment.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(moment.group(2));
        int minute = Integer.parseInt(moment.group(3));
        return hour > 23 || minute > 59
                ? Optional.empty()
                : parse(moment.group(1)).map(day -> day.atTime(LocalTime.of(hour, minute)));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(one -> one.getYear() > 0);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
