package org.taswiya.web.console.work;

import java.time.LocalDate;

/// Which reading is doubtful, as the key of its item names it.
public record SuspectKey(String usagePoint, LocalDate day) {
    /// @param key of an item that is there
    public static SuspectKey of(String key) {
        int end = key.lastIndexOf('~');
        return new SuspectKey(key.substring(0, end), LocalDate.parse(key.substring(end + 1)));
    }
}
