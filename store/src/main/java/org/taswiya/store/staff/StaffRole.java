package org.taswiya.store.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody is at the console; what each may do is a row of `staff_right`.
public enum StaffRole {
    AGENT,
    SUPERVISOR,
    AUDITOR,
    READER;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StaffRole ofCode(String code) {
        Optional<StaffRole> found =
                Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
        return found.orElseThrow(() -> new IllegalStateException("no role " + code));
    }
}
