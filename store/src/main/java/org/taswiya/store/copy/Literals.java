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
        String elements = texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        return of(elements) + "::text[]";
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
