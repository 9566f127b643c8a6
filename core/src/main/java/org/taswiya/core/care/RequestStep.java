package org.taswiya.core.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What happens to a request after it came.
public enum RequestStep {
    /// The customer was answered.
    ANSWERED,
    /// There is nothing more to do; without an answer it was taken back or came twice.
    CLOSED,
    /// The customer is not content, and a new deadline runs.
    REOPENED,
    /// Something was said or shown beside it, while it waits for its answer.
    ADDED;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestStep> ofCode(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /// How a request stands after it.
    public RequestState state() {
        return switch (this) {
            case ANSWERED -> RequestState.ANSWERED;
            case CLOSED -> RequestState.CLOSED;
            case REOPENED, ADDED -> RequestState.OPEN;
        };
    }

    /// Whether it may happen to a request that stands so.
    public boolean isPossible(RequestState from) {
        return switch (this) {
            case ANSWERED, ADDED -> from == RequestState.OPEN;
            case CLOSED -> from != RequestState.CLOSED;
            case REOPENED -> from != RequestState.OPEN;
        };
    }
}
