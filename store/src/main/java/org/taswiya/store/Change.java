package org.taswiya.store;

import java.time.Instant;

/// Who did something, when and why.
///
/// @param at given by the caller, so that the same work done again writes the same bytes
/// @param author a person or a job
/// @param reason for the records
public record Change(Instant at, String author, String reason) {

    public Change {
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "A change needs an author and a reason, found '" + author + "' and '" + reason + "'");
        }
    }
}
