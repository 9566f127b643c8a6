package org.taswiya.store.api;

/// What came of a decision about a key.
public sealed interface ApiKeyAnswer {
    /// There is one more.
    ///
    /// @param text what its program sends; nobody sees it again
    record Added(ApiKey key, String text) implements ApiKeyAnswer {}

    /// It opens nothing any more.
    record Revoked(ApiKey key) implements ApiKeyAnswer {}

    /// Nothing was written.
    ///
    /// @param said what was found and what to do
    record Refused(Reason reason, String said) implements ApiKeyAnswer {}

    /// Why not.
    enum Reason {
        MALFORMED_NAME,
        NO_SCOPE,
        RATE_OUT_OF_RANGE,
        UNKNOWN_ACCOUNT,
        UNKNOWN_STAFF,
        FOR_NOBODY,
        STAFF_OF_A_CUSTOMER,
        UNKNOWN_KEY,
        REVOKED_ALREADY
    }
}
