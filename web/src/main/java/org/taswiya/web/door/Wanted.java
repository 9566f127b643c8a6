package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.taswiya.web.door.LeftForms.One;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Frame.LeftForm;
import org.taswiya.web.page.Writer;

/// Where somebody wanted to go when their sign-in had ended, and what they had typed there: the page is shown again
/// with it after they have signed in, to nobody else ([Writer]), and so is each other form that they left. Nothing is
/// done for them meanwhile. What was typed into a form stands in no address: addresses are kept by browsers and
/// written into logs.
public final class Wanted {
    private static final String KEPT = "wanted";
    private static final String KEPT_OF_STAFF = "wanted by staff";
    private static final int LONGEST = 600;
    private static final int LETTERS_OF_SESSION = 2_400;
    private static final int BEGIN = 60;
    private static final String TYPED = "typed before";
    private static final String MARK = "typed";
    /// Sessions end by the same.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final KeptForms FORMS = new KeptForms(200, LeftForms.MOST);

    /// Never kept: what a form proves itself by, codes and passwords.
    private static final Set<String> SECRET = Set.of("_csrf", "code", "password", "again", "old", "credential");

    private static final String PAGE = "/[A-Za-z0-9/~-]+";

    /// Where a session begins and ends, and what handsets send: nobody is led back there.
    private static final String NO_PAGE = "//.*|/logout|/staff/(login|logout|welcome|round)(/.*)?";

    /// What is only sent to, and shown on the page above it.
    private static final String ACTS = "/(answer|close|reopen|files|count|campaigns|end|change|book|refuse|take"
            + "|give-back|assign|decide|hits)$|(?<=/staff/outages/[0-9]{1,9})/cancel$";

    private Wanted() {}

    /// @param writer who alone is led there; [Writer#NOBODY] where that is not known
    private record Address(String address, String writer) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /// What a session kept of where somebody of the staff wanted to go.
    ///
    /// @param address null for nowhere
    /// @param forms theirs
    public record Left(@Nullable String address, Object forms) {}

    /// The page of a form that was sent is asked for again, with what was typed beside it.
    ///
    /// @return its address; empty where there is no such page, what was typed there is too long to be kept or too
    ///     much with what is kept already, and where it was made for nobody, or somebody other than who is signed in
    public static Optional<String> remember(HttpServletRequest request) {
        String path = request.getRequestURI();
        // no page of others makes somebody find there what they did not type
        boolean isOthers = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (isOthers || !path.matches(PAGE) || path.matches(NO_PAGE)) {
            return Optional.empty();
        }
        boolean isForm = !request.getMethod().equals("GET");
        String writer = isForm ? Writer.ofForm(request) : Writer.now();
        if (isForm
                && (writer.equals(Writer.NOBODY)
                        || !Set.of(writer, Writer.NOBODY).contains(Writer.now()))) {
            return Optional.empty();
        }
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.keySet().removeAll(SECRET);
        Optional<String> address = fields.isEmpty()
                ? Optional.of(page(path))
                : isForm ? typed(page(path), writer, fields, request) : asked(path, fields);
        address.ifPresent(kept -> request.getSession().setAttribute(keptAs(path), new Address(kept, writer)));
        return address;
    }

    /// What whoever is signed in has typed at a page that they read again in another language, with what its address
    /// asked for.
    ///
    /// @param here the page, with what it was asked
    /// @return its address; empty where nothing was typed, nobody is signed in, or it cannot be kept
    static Optional<String> again(String here, Map<String, String[]> typed, HttpServletRequest request) {
        String writer = Writer.now();
        if (typed.isEmpty() || writer.equals(Writer.NOBODY)) {
            return Optional.empty();
        }
        try {
            UriComponents asked = UriComponentsBuilder.fromUriString(here).build();
            String path = Objects.requireNonNullElse(asked.getPath(), "/");
            Map<String, String[]> fields = new TreeMap<>(typed);
            asked.getQueryParams().forEach((name, values) -> {
                if (!name.equals(MARK)) {
                    fields.putIfAbsent(
                            name, values.stream().map(Wanted::decoded).toArray(String[]::new));
                }
            });
            fields.keySet().removeAll(SECRET);
            return path.matches(PAGE) && !path.matches(NO_PAGE)
                    ? typed(page(path), writer, fields, request)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no address that a page of ours has
        }
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /// What stood in an address already.
    private static Optional<String> asked(String path, Map<String, String[]> fields) {
        if (fields.keySet().equals(Set.of(MARK))) {
            return Optional.of(path + "?" + MARK);
        }
        String query = fields.entrySet().stream().flatMap(Wanted::written).collect(Collectors.joining("&"));
        return query.length() <= LONGEST ? Optional.of(path + "?" + query) : Optional.empty();
    }

    /// Few letters are the session's own; there is room for so many long texts. Two windows of it may send at once.
    private static synchronized Optional<String> typed(
            String page, String writer, Map<String, String[]> fields, HttpServletRequest request) {
        HttpSession session = request.getSession();
        LeftForms left = left(session);
        int letters = One.letters(fields);
        boolean isFull = left.of(page, writer).isEmpty() && left.forms().size() == LeftForms.MOST;
        if (letters > KeptForms.LETTERS_MOST || isFull) {
            return Optional.empty();
        }
        boolean isFew = letters <= LONGEST && left.letters() + letters <= LETTERS_OF_SESSION;
        String key = isFew ? null : FORMS.keep(page, fields, request.getRemoteAddr(), Instant.now(CLOCK));
        One form = new One(page, writer, begin(fields), isFew ? fields : null, key, false);
        session.setAttribute(TYPED, left.with(form));
        return Optional.of(marked(page));
    }

    private static String marked(String page) {
        return page + "?" + MARK;
    }

    private static LeftForms left(HttpSession session) {
        return session.getAttribute(TYPED) instanceof LeftForms forms ? forms : LeftForms.NONE;
    }

    /// By the longest that was typed a form is known again.
    private static String begin(Map<String, String[]> fields) {
        String longest = Frame.typed(fields).stream()
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        int end = longest.offsetByCodePoints(0, Math.min(BEGIN, longest.codePointCount(0, longest.length())));
        return end < longest.length() ? longest.substring(0, end) + "…" : longest;
    }

    private static String page(String path) {
        return path.startsWith("/staff/") ? path.replaceFirst(ACTS, "") : path;
    }

    private static String keptAs(String path) {
        return path.equals("/staff") || path.startsWith("/staff/") ? KEPT_OF_STAFF : KEPT;
    }

    /// What was typed at the page that is asked for; empty for nothing, and for a page that is not shown again.
    static Map<String, String[]> typed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !request.getMethod().equals("GET") || !MARK.equals(request.getQueryString())) {
            return Map.of();
        }
        Optional<One> form = left(session).of(request.getRequestURI(), Writer.now());
        form.ifPresent(one -> opened(one, session));
        return form.map(Wanted::fields).orElse(Map.of());
    }

    private static synchronized void opened(One form, HttpSession session) {
        LeftForms left = left(session);
        if (!form.isOpened() && left.forms().contains(form)) {
            session.setAttribute(TYPED, left.opened(form));
        }
    }

    private static Map<String, String[]> fields(One form) {
        return form.fields() == null ? FORMS.of(form.key(), form.page(), Instant.now(CLOCK)) : form.fields();
    }

    /// What whoever reads a page left at others, and has not looked at again; the newest first.
    static List<LeftForm> others(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? List.of()
                : left(session).of(Writer.now()).stream()
                        .filter(one -> !one.isOpened() && !fields(one).isEmpty())
                        .map(one -> new LeftForm(marked(one.page()), one.begin()))
                        .toList();
    }

    private static Stream<String> written(Map.Entry<String, String[]> field) {
        return Stream.of(field.getValue()).map(value -> encoded(field.getKey()) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Once.
    ///
    /// @param writer who has signed in
    /// @param isKnownHere whether they may be led to what was asked for by nobody knows whom
    /// @return null for nowhere
    static @Nullable String take(HttpSession session, String writer, boolean isKnownHere) {
        String address = address(session, KEPT, writer, isKnownHere);
        session.removeAttribute(KEPT);
        return address;
    }

    private static @Nullable String address(HttpSession session, String kept, String writer, boolean isKnownHere) {
        if (session.getAttribute(kept) instanceof Address(var address, var by)
                && (by.equals(writer) || by.equals(Writer.NOBODY) && isKnownHere)) {
            return address;
        }
        return left(session).of(writer).stream()
                .filter(one -> !one.isOpened())
                .map(one -> marked(one.page()))
                .findFirst()
                .orElse(null);
    }

    /// Of a session that ends where another begins.
    ///
    /// @param writer who has signed in
    public static Left leftByStaff(HttpSession session, String writer) {
        LeftForms forms = new LeftForms(left(session).of(writer).reversed());
        return new Left(address(session, KEPT_OF_STAFF, writer, true), forms);
    }

    /// For the session that has begun.
    public static void bring(Left left, HttpSession session) {
        session.setAttribute(TYPED, left.forms());
    }
}
