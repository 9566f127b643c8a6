package org.taswiya.core.customer;

import java.util.Locale;
import java.util.Optional;

/// A language in which customers are told things. The code is that of ISO 639-1.
public enum Language {
    AR,
    FR,
    EN;

    /// How commands and tables write it: `ar`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
