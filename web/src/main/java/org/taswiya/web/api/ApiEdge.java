package org.taswiya.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.TurnedAway;

/// Stands before everything below `/api`: whoever refuses there, and however, is told as a problem.
final class ApiEdge implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(ApiEdge.class);

    /// Those that the guards behind do not call malformed.
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        Told response = new Told((HttpServletResponse) answer);
        if (!METHODS.contains(request.getMethod())) {
            ProblemWriter.write(
                    response, Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "No operation has such a method."));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (TurnedAway e) {
            ProblemWriter.write(response, e.problem());
        } catch (RequestRejectedException e) {
            ProblemWriter.write(response, Told.malformed());
        } catch (IOException | ServletException | RuntimeException | StackOverflowError e) {
            LOG.error("a request of the API failed", e);
            ProblemWriter.write(
                    response, Problem.of(ProblemKind.FAILED, "What went wrong is in our log. Send it again later."));
        }
    }

    /// What would lead to a page of errors.
    private static final class Told extends HttpServletResponseWrapper {
        Told(HttpServletResponse response) {
            super(response);
        }

        static Problem malformed() {
            return Problem.of(
                    ProblemKind.BAD_REQUEST, "The request is malformed: its path, its headers or its method.");
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, @Nullable String said) throws IOException {
            ProblemKind kind = ProblemKind.ofStatus(status);
            Problem problem =
                    kind == ProblemKind.BAD_REQUEST ? malformed() : Problem.of(kind, kind.title() + ".");
            ProblemWriter.write((HttpServletResponse) getResponse(), problem);
        }
    }
}
