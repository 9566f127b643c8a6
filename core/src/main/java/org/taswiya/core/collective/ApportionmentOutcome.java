package org.taswiya.core.collective;

/// A bill shared out, or why it is not.
public sealed interface ApportionmentOutcome {
    record Apportioned(Apportionment apportionment) implements ApportionmentOutcome {}

    /// @param found what was found, where, and what to do
    record Refused(ApportionmentReason reason, String found) implements ApportionmentOutcome {}
}
