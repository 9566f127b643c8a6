package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where somebody wanted to go when their sign-in had ended, and what they had typed there: the page is shown again
/// with it after they have signed in. Nothing is done for them meanwhile.
final class Wanted {
    private static final String KEPT = "wanted";
    private static final int LONGEST = 600;

    /// Never kept: what a form proves itself by, codes and passwords.
    private static final Set<String> SECRET = Set.of("_csrf", "code", "password", "again", "old");

    private Wanted() {}

    /// A form that was sent is asked again, by its own address with what was typed.
    static void remember(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getParameterMap().entrySet().stream()
                .filter(field -> !SECRET.contains(field.getKey()))
                .flatMap(Wanted::written)
                .collect(Collectors.joining("&"));
        boolean isPage = path.matches("/[A-Za-z0-9/-]+") && !path.startsWith("//") && !path.equals("/logout");
        if (isPage && query.length() <= LONGEST) {
            request.getSession().setAttribute(KEPT, query.isEmpty() ? path : path + "?" + query);
        }
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
