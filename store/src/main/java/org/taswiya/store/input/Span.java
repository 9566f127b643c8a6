package org.taswiya.store.input;

import java.util.List;
import org.taswiya.store.copy.Literals;

/// The accounts of a batch: those after one up to another.
///
/// @param isLast whether no account comes after
/// @param named its accounts one by one, where not all that lie between are in it; otherwise empty
public record Span(String after, String last, int count, boolean isLast, List<String> named) {
    public Span {
        named = List.copyOf(named);
    }

    /// The condition that an account is one of them.
    ///
    /// @param account the name of its column in the query
    public String of(String account) {
        return named.isEmpty()
                ? account + " > " + Literals.of(after) + " and " + account + " <= " + Literals.of(last)
                : account + " = any(" + Literals.texts(named) + ")";
    }
}
