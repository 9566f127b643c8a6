package org.taswiya.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;

/// Knows the key that a request bears, and counts it.
final class BearerDoor extends OncePerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("[Bb]earer +([A-Za-z0-9._~+/-]{1,200}=*) *");

    private final Site site;
    private final RateLimit limit;

    BearerDoor(Site site) {
        this.site = site;
        this.limit = new RateLimit(site.clock());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ApiKey> key;
        try {
            key = key(request.getHeaders("Authorization"));
        } catch (DatabaseException e) {
            logger.warn("keys cannot be asked for", e);
            ProblemWriter.write(response, Problem.of(ProblemKind.UNAVAILABLE, "Send it again later."));
            return;
        }
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        RateLimit.Left left = limit.count(key.get());
        response.setHeader("RateLimit-Policy", "\"minute\";q=" + left.most() + ";w=" + RateLimit.WINDOW_SECONDS);
        response.setHeader("RateLimit", "\"minute\";r=" + Math.max(0, left.left()) + ";t=" + left.seconds());
        if (!left.isAllowed()) {
            response.setHeader("Retry-After", Long.toString(left.seconds()));
            ProblemWriter.write(
                    response,
                    Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "Found more than " + left.most() + " within a minute. Nothing was done; send it again in "
                                    + left.seconds() + " seconds."));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new KeyHolder(key.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response); // the chain forgets it when the request ends
    }

    /// Two headers are none: nobody can tell which one is meant.
    private Optional<ApiKey> key(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(headers.nextElement());
        return headers.hasMoreElements() || !bearer.matches()
                ? Optional.empty()
                : ApiKeys.bearing(site.database(), bearer.group(1));
    }

    /// Whoever bears no good key.
    static void turnAway(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        boolean isBearing = request.getHeader("Authorization") != null;
        response.setHeader(
                "WWW-Authenticate", "Bearer realm=\"taswiya\"" + (isBearing ? ", error=\"invalid_token\"" : ""));
        ProblemWriter.write(
                response,
                Problem.of(
                        ProblemKind.UNAUTHORIZED,
                        isBearing
                                ? "The key is none, or it was revoked. Ask the utility for one."
                                : "Send the header Authorization: Bearer and a key."));
    }
}
