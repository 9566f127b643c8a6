package org.taswiya.store.bank;

/// What came of what a person wanted to do at banks.
public sealed interface DecisionAnswer {

    /// It is done.
    ///
    /// @param said what was done, for a person to read
    record Done(String said) implements DecisionAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(DecisionReason reason, String found) implements DecisionAnswer {}
}
