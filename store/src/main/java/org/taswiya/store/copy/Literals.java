package org.taswiya.store.copy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as SQL writes them, for COPY, which takes no parameters. Needs `standard_conforming_strings`, as is usual.
public final class Literals {
    private Literals() {}

    public static String of(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }

    public static String of(LocalDate day) {
        return "date '" + day + "'";
    }

    /// An array of texts.
    public static String texts(Collection<String> texts) {
        StringBuilder array = new StringBuilder(texts.size() * 12 + 12).append("'{");
        for (String text : texts) {
            array.append(array.length() == 2 ? "\"" : ",\"");
            add(array, text);
            array.append('"');
        }
        return array.append("}'::text[]").toString();
    }

    private static void add(StringBuilder array, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            } else if (c == '\'') {
                array.append('\'');
            }
            array.append(c);
        }
    }

    /// An array of days.
    public static String dates(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "'{", "}'::date[]"));
    }

    /// An array of large whole numbers.
    public static String longs(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::bigint[]"));
    }

    /// An array of whole numbers.
    public static String integers(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::integer[]"));
    }
}
