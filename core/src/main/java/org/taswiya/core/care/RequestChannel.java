package org.taswiya.core.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By which way a request came.
public enum RequestChannel {
    PHONE,
    COUNTER,
    EMAIL,
    POST,
    ONLINE;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestChannel> ofCode(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }
}
