package org.taswiya.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;

/// Keeps what the web server itself refuses below `/api` from the page of errors.
final class ErrorEdge implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String asked && ServerProblems.isOfApi(asked)) {
            Object found = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            ProblemKind kind = ProblemKind.ofStatus(found instanceof Integer status ? status : 500);
            ProblemWriter.write((HttpServletResponse) response, Problem.of(kind, kind.title() + "."));
        } else {
            chain.doFilter(request, response);
        }
    }
}
