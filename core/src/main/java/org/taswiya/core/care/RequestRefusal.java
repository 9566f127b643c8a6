package org.taswiya.core.care;

import java.util.Locale;

/// Why nothing was done about a request.
public enum RequestRefusal {
    /// The account is nobody's.
    UNKNOWN_ACCOUNT,
    /// The utility has no such kind.
    UNKNOWN_KIND,
    /// There is no request of that number.
    UNKNOWN_REQUEST,
    /// The utility has no such letter.
    UNKNOWN_LETTER,
    /// Nothing was said, or too much.
    NO_WORDS,
    /// It does not stand so that this could be done.
    WRONG_STATE,
    /// Something was done about it since it was looked at.
    CHANGED,
    /// Nobody can look at so many: of requests that wait, of what is added to one, or of its files.
    TOO_MANY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
