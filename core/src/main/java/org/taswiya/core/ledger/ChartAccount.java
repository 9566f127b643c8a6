package org.taswiya.core.ledger;

import java.util.Map;
import java.util.Objects;

/// An account as the law of a country numbers and names it.
///
/// @param number as printed, such as `3421`; numbers begin with their class
/// @param names by language code; `en` is always there
public record ChartAccount(String number, AccountKind kind, Map<String, String> names)
        implements Comparable<ChartAccount> {

    public ChartAccount {
        names = Map.copyOf(names);
        if (number.isEmpty() || !names.containsKey("en")) {
            throw new IllegalArgumentException("Account '" + number + "' of a chart needs a number and a name");
        }
    }

    /// Its name in a language, in English where it has none there.
    public String name(String language) {
        return Objects.requireNonNull(names.getOrDefault(language, names.get("en")));
    }

    /// By number, as text: `3421` comes after `342` and before `35`.
    @Override
    public int compareTo(ChartAccount other) {
        return number.compareTo(other.number);
    }
}
