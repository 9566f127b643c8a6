package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where somebody wanted to go when their sign-in had ended, and what they had typed there: the page is shown again
/// with it after they have signed in. Nothing is done for them meanwhile.
final class Wanted {
    private static final String KEPT = "wanted";
    private static final int LONGEST = 600;
    private static final String TYPED = "typed before";
    private static final String MARK = "typed";
    /// Sessions end by the same.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final KeptForms FORMS = new KeptForms(200, 5);

    /// Never kept: what a form proves itself by, codes and passwords.
    private static final Set<String> SECRET = Set.of("_csrf", "code", "password", "again", "old", "credential");

    private Wanted() {}

    /// A form that was sent is asked again, by its own address with what was typed; what is too long for an address is
    /// kept beside it.
    static void remember(HttpServletRequest request) {
        String path = request.getRequestURI();
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.keySet().removeAll(SECRET);
        String query = fields.entrySet().stream().flatMap(Wanted::written).collect(Collectors.joining("&"));
        boolean isPage = path.matches("/[A-Za-z0-9/-]+") && !path.startsWith("//") && !path.equals("/logout");
        if (!isPage) {
            return;
        }
        if (query.length() <= LONGEST) {
            request.getSession().setAttribute(KEPT, query.isEmpty() ? path : path + "?" + query);
        } else if (letters(fields) <= KeptForms.LETTERS_MOST) {
            request.getSession()
                    .setAttribute(TYPED, FORMS.keep(path, fields, request.getRemoteAddr(), Instant.now(CLOCK)));
            request.getSession().setAttribute(KEPT, path + "?" + MARK);
        }
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
        boolean isAgain = request.getMethod().equals("GET") && MARK.equals(request.getQueryString());
        return isAgain && session != null
                ? FORMS.of(session.getAttribute(TYPED), request.getRequestURI(), Instant.now(CLOCK))
                : Map.of();
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
}
