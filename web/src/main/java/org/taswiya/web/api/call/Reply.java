package org.taswiya.web.api.call;

/// What an operation answers.
public sealed interface Reply {
    /// A record as JSON.
    record Told(int status, Record answer) implements Reply {}

    /// JSON as it was made before: a sealed document, or an answer that is told again.
    record ToldAgain(int status, String json, boolean isReplayed) implements Reply {}

    /// Bytes of another type.
    @SuppressWarnings("ArrayRecordComponent") // written at once, compared by nobody
    record Paper(String mediaType, byte[] bytes, String fileName) implements Reply {}

    /// A problem.
    record Refused(Problem problem) implements Reply {}

    static Reply of(Record answer) {
        return new Told(200, answer);
    }
}
