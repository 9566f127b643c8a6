package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where somebody wanted to go when their sign-in had ended, and what they had typed there: the page is shown again
/// with it after they have signed in. Nothing is done for them meanwhile. What was typed into a form stands in no
/// address: addresses are kept by browsers and written into logs.
public final class Wanted {
    private static final String KEPT = "wanted";
    private static final String KEPT_OF_STAFF = "wanted by staff";
    private static final int LONGEST = 600;
    private static final String TYPED = "typed before";
    private static final String MARK = "typed";
    /// Sessions end by the same.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final KeptForms FORMS = new KeptForms(200, 5);

    /// Never kept: what a form proves itself by, codes and passwords.
    private static final Set<String> SECRET = Set.of("_csrf", "code", "password", "again", "old", "credential");

    private static final String PAGE = "/[A-Za-z0-9/~-]+";

    /// Where a session begins and ends, and what handsets send: nobody is led back there.
    private static final String NO_PAGE = "//.*|/logout|/staff/(login|logout|welcome|round)(/.*)?";

    /// What is only sent to, and shown on the page above it.
    private static final String ACTS = "/(answer|close|reopen|files|count|campaigns|end|change|book|refuse|take"
            + "|give-back|assign|decide|hits)$|(?<=/staff/outages/[0-9]{1,9})/cancel$";

    private Wanted() {}

    /// What was typed at a page, few letters of it: a session may hold them.
    private record Few(String path, Map<String, String[]> fields) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        Few {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /// What a session kept of where somebody of the staff wanted to go.
    public record Left(String address, @Nullable Object typed) {}

    /// The page of a form that was sent is asked for again, with what was typed beside it.
    ///
    /// @return its address; empty where there is no such page, or what was typed there is too long to be kept
    public static Optional<String> remember(HttpServletRequest request) {
        String path = request.getRequestURI();
        // no page of others makes somebody find there what they did not type
        boolean isOthers = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (isOthers || !path.matches(PAGE) || path.matches(NO_PAGE)) {
            return Optional.empty();
        }
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.keySet().removeAll(SECRET);
        Optional<String> address = fields.isEmpty()
                ? Optional.of(page(path))
                : request.getMethod().equals("GET") ? asked(path, fields) : typed(page(path), fields, request);
        address.ifPresent(kept -> request.getSession().setAttribute(keptAs(path), kept));
        return address;
    }

    /// What stood in an address already.
    private static Optional<String> asked(String path, Map<String, String[]> fields) {
        if (fields.keySet().equals(Set.of(MARK))) {
            return Optional.of(path + "?" + MARK);
        }
        String query = fields.entrySet().stream().flatMap(Wanted::written).collect(Collectors.joining("&"));
        return query.length() <= LONGEST ? Optional.of(path + "?" + query) : Optional.empty();
    }

    /// Few letters are the session's own; there is room for so many long texts.
    private static Optional<String> typed(String page, Map<String, String[]> fields, HttpServletRequest request) {
        int letters = letters(fields);
        if (letters > KeptForms.LETTERS_MOST) {
            return Optional.empty();
        }
        Object kept = letters <= LONGEST
                ? new Few(page, fields)
                : FORMS.keep(page, fields, request.getRemoteAddr(), Instant.now(CLOCK));
        request.getSession().setAttribute(TYPED, kept);
        return Optional.of(page + "?" + MARK);
    }

    private static String page(String path) {
        return path.startsWith("/staff/") ? path.replaceFirst(ACTS, "") : path;
    }

    private static String keptAs(String path) {
        return path.equals("/staff") || path.startsWith("/staff/") ? KEPT_OF_STAFF : KEPT;
    }

    private static int letters(Map<String, String[]> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + Stream.of(field.getValue()).mapToInt(String::length).sum())
                .sum();
    }

    /// What was typed at the page that is asked for; empty for nothing, and for a page that is not shown again.
    static Map<String, String[]> typed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !request.getMethod().equals("GET") || !MARK.equals(request.getQueryString())) {
            return Map.of();
        }
        String page = request.getRequestURI();
        Object kept = session.getAttribute(TYPED);
        return kept instanceof Few few
                ? few.path().equals(page) ? few.fields() : Map.of()
                : FORMS.of(kept, page, Instant.now(CLOCK));
    }

    private static Stream<String> written(Map.Entry<String, String[]> field) {
        return Stream.of(field.getValue()).map(value -> encoded(field.getKey()) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Once.
    static @Nullable String take(HttpSession session) {
        Object kept = session.getAttribute(KEPT);
        session.removeAttribute(KEPT);
        return (String) kept;
    }

    /// Of a session that ends where another begins; null for nothing.
    public static @Nullable Left leftByStaff(HttpSession session) {
        Object kept = session.getAttribute(KEPT_OF_STAFF);
        return kept instanceof String address ? new Left(address, session.getAttribute(TYPED)) : null;
    }

    /// For the session that has begun.
    public static void bring(Left left, HttpSession session) {
        session.setAttribute(TYPED, left.typed());
    }
}
