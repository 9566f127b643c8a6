package org.taswiya.store.billing;

import org.taswiya.store.copy.Literals;

/// The accounts of a batch: those after one up to another.
///
/// @param isLast whether no account comes after
record Span(String after, String last, int count, boolean isLast) {
    /// The condition that an account is one of them.
    ///
    /// @param account the name of its column in the query
    String of(String account) {
        return account + " > " + Literals.of(after) + " and " + account + " <= " + Literals.of(last);
    }
}
