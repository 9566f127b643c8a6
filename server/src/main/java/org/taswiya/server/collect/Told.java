package org.taswiya.server.collect;

/// What is told.
///
/// @param retryAfterSeconds zero where nothing is said of it
public record Told(int status, String contentType, String text, int retryAfterSeconds) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    static Told of(int status, String text) {
        return new Told(status, status < 300 ? JSON : PROBLEM, text, 0);
    }

    static Told of(DoorReason reason, String found) {
        return new Told(
                reason.status(),
                PROBLEM,
                AnswerJson.problem(reason.status(), reason.code(), found, null),
                reason.retryAfterSeconds());
    }
}
