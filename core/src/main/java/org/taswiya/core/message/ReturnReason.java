package org.taswiya.core.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why the post brings something back.
public enum ReturnReason {
    MOVED,
    UNKNOWN,
    NO_SUCH_ADDRESS,
    INCOMPLETE_ADDRESS,
    REFUSED,
    UNCLAIMED,
    DECEASED;

    /// As commands, files and tables write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReturnReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ReturnReason::code).toList();
    }
}
