package org.taswiya.store.work;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// After which item a page begins. What comes and goes meanwhile moves nothing: no page shows an item twice.
///
/// @param rank as the list is in order by, the greatest first
/// @param key among those of one rank
public record WorkCursor(long rank, String key) {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18})~([A-Za-z0-9~.:_-]{1,80})");

    /// Of an address.
    public static Optional<WorkCursor> parse(String text) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new WorkCursor(Long.parseLong(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return rank + "~" + key;
    }
}
