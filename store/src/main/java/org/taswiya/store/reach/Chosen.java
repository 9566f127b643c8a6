package org.taswiya.store.reach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whom a campaign asks.
public enum Chosen {
    /// No channel reaches them: whoever speaks with them asks.
    UNREACHED,
    /// Only letters reach them.
    POST_ONLY,
    /// An address of theirs has come back, and none of those that are left is confirmed.
    CAME_BACK,
    /// A text message or an e-mail may reach them, and nobody has confirmed it.
    UNCONFIRMED;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Chosen> ofCode(String code) {
        return Arrays.stream(values())
                .filter(chosen -> chosen.code().equals(code))
                .findFirst();
    }
}
