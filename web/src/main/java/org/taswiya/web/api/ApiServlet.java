package org.taswiya.web.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiTrail;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.call.TurnedAway;

/// Finds the operation that a request is of, has it done, and writes down that it was before it answers.
final class ApiServlet extends HttpServlet {
    /// What is open to everybody.
    static final String DESCRIPTION = "/api/v1/openapi.json";

    private static final String VERSION = "/v1/";
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Site site;
    private final transient Operations operations;

    ApiServlet(Site site, Operations operations) {
        this.site = site;
        this.operations = operations;
    }

    /// An operation, and what stands in the path for its parts.
    private record Found(Operation operation, Map<PathPart, String> path) {}

    Operations operations() {
        return operations;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiKey key = SecurityContextHolder.getContext().getAuthentication() instanceof KeyHolder holder
                ? holder.key()
                : null;
        Call.Seen seen = new Call.Seen();
        Found found = null;
        Reply reply;
        try {
            found = find(request, response);
            reply = reply(found, key, request, seen);
        } catch (TurnedAway e) {
            reply = new Reply.Refused(e.problem());
        } catch (DatabaseException e) {
            LOG.warn("the books cannot be asked", e);
            reply = new Reply.Refused(unavailable());
        }
        try {
            write(key, found, seen, reply);
        } catch (DatabaseException e) {
            LOG.warn("the trail cannot be written", e);
            reply = new Reply.Refused(unavailable());
        }
        ReplyWriter.write(request, response, reply);
    }

    private static Problem unavailable() {
        return Problem.of(ProblemKind.UNAVAILABLE, "The books are busy or away. Send the same again later.");
    }

    private Reply reply(Found found, @Nullable ApiKey key, HttpServletRequest request, Call.Seen seen)
            throws IOException {
        Operation operation = found.operation();
        if (operation.scope() != null && (key == null || !key.may(operation.scope()))) {
            throw Problem.of(
                            ProblemKind.SCOPE_MISSING,
                            "It takes the scope '" + operation.scope().code() + "'. Ask the utility for a key with it.")
                    .thrown();
        }
        return operation.handler().on(new RequestReader(request, operation).call(key, found.path(), site, seen));
    }

    private Found find(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(VERSION)) {
            throw nothing();
        }
        List<String> parts = List.of(path.substring(VERSION.length()).split("/", -1));
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Set<String> others = new TreeSet<>();
        for (Operation operation : operations.all()) {
            Optional<Map<PathPart, String>> matched = operation.match(parts);
            if (matched.isPresent() && operation.method().equals(method)) {
                return new Found(operation, matched.get());
            }
            matched.ifPresent(_ -> others.add(operation.method()));
        }
        if (others.isEmpty()) {
            throw nothing();
        }
        if (others.contains("GET")) {
            others.add("HEAD");
        }
        response.setHeader("Allow", String.join(", ", others));
        throw Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Here are " + String.join(", ", others) + " alone.")
                .thrown();
    }

    private static TurnedAway nothing() {
        return Problem.of(ProblemKind.NOT_FOUND, "No operation is there. " + DESCRIPTION + " describes all.")
                .thrown();
    }

    private void write(@Nullable ApiKey key, @Nullable Found found, Call.Seen seen, Reply reply) {
        if (key != null) {
            String operation = found == null ? "none" : found.operation().id();
            ApiTrail.write(
                    site.database(),
                    new ApiTrail.Request(
                            Instant.now(site.clock()), key.id(), operation, seen.account(), ReplyWriter.status(reply)));
        }
    }
}
