package org.taswiya.core.dunning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By which way a step goes.
public enum DunningChannel {
    SMS,
    E_MAIL,
    PHONE,
    LETTER,
    REGISTERED_LETTER,
    /// It is no message: a person is asked to let the supply be cut.
    ORDER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DunningChannel> ofCode(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }
}
