package org.taswiya.store.arrangement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Through which channel an arrangement was asked for.
public enum RequestChannel {
    PHONE,
    E_MAIL,
    APP,
    ONLINE_AGENCY,
    AGENCY,
    POST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RequestChannel> ofCode(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }
}
