package org.taswiya.store.request;

import org.taswiya.core.care.RequestRefusal;

/// What became of what somebody wanted of a request.
public sealed interface RequestOutcome {

    /// It is so.
    ///
    /// @param isTold whether a message waits for the customer; always false for what is no answer
    record Done(StoredRequest request, boolean isTold) implements RequestOutcome {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(RequestRefusal reason, String found) implements RequestOutcome {}
}
