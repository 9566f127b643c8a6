package org.taswiya.web.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;

/// What the web server refuses before anybody else sees it, such as what is no HTTP: a problem where it was for the
/// API, or nobody can say for what.
final class ServerProblems extends ErrorReportValve {
    ServerProblems() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        String path = request.getRequestURI();
        boolean isPage = path != null && path.startsWith("/") && !isOfApi(path);
        if (isPage || response.getStatus() < 400 || !response.setErrorReported()) {
            super.report(request, response, thrown);
            return;
        }
        try {
            ProblemKind kind = ProblemKind.ofStatus(response.getStatus());
            ProblemWriter.write(response, Problem.of(kind, kind.title() + "."));
        } catch (IOException e) {
            container.getLogger().debug("whoever asked is gone", e);
        }
    }

    static boolean isOfApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
