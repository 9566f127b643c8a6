package org.taswiya.store.arrangement;

import java.time.LocalDate;

/// What a customer has asked for that a person has to grant.
///
/// @param number from one on
/// @param months how many instalments
public record InstalmentRequest(long number, String account, int months, LocalDate askedOn, State state) {

    /// What has become of it.
    public enum State {
        /// Nobody has decided yet.
        WAITS,
        /// An arrangement was granted to the account since, maybe another one than was asked for.
        GRANTED,
        REFUSED,
        /// The account has asked for something else since.
        REPLACED,
        /// Nothing of what was open when it was asked for is open any more: there is nothing left to grant.
        SETTLED
    }
}
