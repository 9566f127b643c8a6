package org.taswiya.core.collector;

import org.jspecify.annotations.Nullable;

/// What a collector is told of its message.
public sealed interface CollectorAnswer {

    /// @param known the transaction now
    record Accepted(Known known) implements CollectorAnswer {}

    /// @param found what was found, and what to do
    /// @param transaction its number; null where none could be read
    record Refused(
            CollectorReason reason, String found, @Nullable String transaction) implements CollectorAnswer {}
}
