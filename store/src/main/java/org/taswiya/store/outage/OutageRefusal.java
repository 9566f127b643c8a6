package org.taswiya.store.outage;

import java.util.Locale;

/// Why an interruption is not planned or changed.
public enum OutageRefusal {
    /// It would be over already when it is planned.
    OVER_BEFORE,
    /// There is no such area, route or premise.
    NO_PLACE,
    /// Nobody takes the service there.
    NOBODY,
    /// It has ended or was called off: another one is planned.
    OVER,
    /// It would end before it begins.
    TURNED,
    /// It is said to have ended at a time to come.
    NOT_YET,
    /// It is moved to an end that has passed.
    PASSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
