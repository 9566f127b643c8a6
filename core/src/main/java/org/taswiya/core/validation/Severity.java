package org.taswiya.core.validation;

import java.util.Locale;

/// How grave a finding is, the least first.
public enum Severity {
    /// Worth knowing; the reading counts.
    NOTE,
    /// It waits for a person.
    SUSPECT,
    /// It cannot be a reading of this register, whoever looks at it: a person may only give another value.
    REFUSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
