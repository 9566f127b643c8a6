package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What changed in how a customer signs in, beside the codes that are always sent.
public enum SignInNews {
    PASSWORD_SET,
    PASSWORD_CHANGED,
    PASSWORD_ENDED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SignInNews> ofCode(String code) {
        return Arrays.stream(values()).filter(news -> news.code().equals(code)).findFirst();
    }
}
