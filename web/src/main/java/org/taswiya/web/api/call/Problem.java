package org.taswiya.web.api.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.JsonOut;
import org.taswiya.web.api.json.Says;

/// A refusal: what was found and what to do.
///
/// @param errors what is wrong, one by one; null where there is one thing alone
/// @param reason of a closed set that the operation names; null where the kind says it all
public record Problem(
        ProblemKind kind,
        String detail,
        @Nullable List<Fault> errors,
        @Nullable String reason) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, null, null);
    }

    public static Problem of(ProblemKind kind, String detail, List<Fault> errors) {
        return new Problem(kind, detail, errors, null);
    }

    /// As RFC 9457 has it.
    public record ProblemDetails(
            @Says("Which problem it is; the closed set stands in docs/api.md.") String type,
            @Says("The same in words, the same for all of a type.") String title,
            @Says("The status of the answer.") int status,
            @Says("What was found, and what to do.") String detail,
            @Says("What is wrong, one by one.") @Nullable List<Fault> errors,
            @Says("Why, as a code.") @Nullable String reason) {}

    public byte[] bytes() {
        return JsonOut.bytes(
                new ProblemDetails(kind.type(), kind.title(), kind.status(), detail, errors, reason));
    }

    /// Ends a request.
    public TurnedAway thrown() {
        return new TurnedAway(this);
    }
}
