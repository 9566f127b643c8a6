package org.taswiya.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;

/// Writes a problem as the whole answer.
final class ProblemWriter {
    private static final int AGAIN_SECONDS = 10;

    private ProblemWriter() {}

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.kind().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            response.setIntHeader("Retry-After", AGAIN_SECONDS);
        }
        byte[] bytes = problem.bytes();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }
}
