package org.taswiya.web.api.call;

import java.io.Serial;

/// Ends a request with a problem; thrown and caught within the API alone.
public final class TurnedAway extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    TurnedAway(Problem problem) {
        super(problem.kind() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
