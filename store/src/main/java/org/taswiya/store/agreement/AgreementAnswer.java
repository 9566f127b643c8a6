package org.taswiya.store.agreement;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.AgreementReason;

/// What became of a move that a person wrote down.
public sealed interface AgreementAnswer {

    /// It is in the books.
    ///
    /// @param ended null where nobody left
    /// @param began null where nobody came
    /// @param deposit that whoever came is asked for; null where nobody is
    record Done(
            @Nullable StoredAgreement ended,
            @Nullable StoredAgreement began,
            @Nullable StoredDeposit deposit) implements AgreementAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(AgreementReason reason, String found) implements AgreementAnswer {}
}
