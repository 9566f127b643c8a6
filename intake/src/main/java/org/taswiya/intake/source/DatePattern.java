package org.taswiya.intake.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A form of days and times: `dd/MM/yyyy`, `yyyyMMdd`, `d.M.yy`, `HH:mm`, and what stands between the letters as it is.
///
/// `d M H m s` take one or two digits, doubled exactly two; `yy` is a year of 2000 to 2099.
public record DatePattern(String text) {
    private static final String LETTERS = "dMyHms";
    private static final int YEAR_LEAST = 1900;
    private static final int CENTURY = 2000;

    /// Whether the form makes sense: known letters, and a whole day or at least an hour.
    static boolean isForm(String text) {
        boolean isDay = text.contains("d") && text.contains("M") && (text.contains("yyyy") || text.contains("yy"));
        boolean isKnown = text.chars().allMatch(c -> LETTERS.indexOf(c) >= 0 || !Character.isLetterOrDigit(c));
        return isKnown && (isDay || text.contains("H"));
    }

    /// The day; null when the text has not this form, or there is no such day.
    @Nullable LocalDate day(String found) {
        int[] parts = parts(found);
        if (parts == null) {
            return null;
        }
        int year = parts[2];
        try {
            return year < YEAR_LEAST || year >= YEAR_LEAST + 300 ? null : LocalDate.of(year, parts[1], parts[0]);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The time of day; null when the text has not this form.
    @Nullable LocalTime time(String found) {
        int[] parts = parts(found);
        try {
            return parts == null ? null : LocalTime.of(parts[3], parts[4], parts[5]);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Day, month, year, hour, minute, second.
    private int @Nullable [] parts(String found) {
        int[] parts = new int[LETTERS.length()];
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            char letter = text.charAt(i);
            int which = LETTERS.indexOf(letter);
            int width = 1;
            while (i + width < text.length() && which >= 0 && text.charAt(i + width) == letter) {
                width++;
            }
            i += width;
            if (which < 0) {
                if (at >= found.length() || found.charAt(at++) != letter) {
                    return null;
                }
                continue;
            }
            int end = digitsEnd(found, at, width == 1 ? 2 : width);
            if (end == at || width > 1 && end - at != width) {
                return null;
            }
            int value = Integer.parseInt(found, at, end, 10);
            parts[which] = letter == 'y' && width == 2 ? CENTURY + value : value;
            at = end;
        }
        return at == found.length() ? parts : null;
    }

    private static int digitsEnd(String found, int from, int most) {
        int end = from;
        while (end < found.length() && end - from < most && found.charAt(end) >= '0' && found.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
