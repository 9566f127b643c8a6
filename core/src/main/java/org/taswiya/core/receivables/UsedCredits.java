package org.taswiya.core.receivables;

import java.util.List;

/// What an account's credits settled of its items.
///
/// @param uses in the order in which they were made
/// @param after what the account then owes and has to its credit
public record UsedCredits(List<Allocation> uses, AccountItems after) {
    public UsedCredits {
        uses = List.copyOf(uses);
    }
}
