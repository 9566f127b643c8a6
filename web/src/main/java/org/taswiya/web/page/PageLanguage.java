package org.taswiya.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.taswiya.core.customer.Language;

/// In which language somebody reads: as they chose last, else as their browser says, else Arabic.
public final class PageLanguage {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final String COOKIE = "language";

    private PageLanguage() {}

    public static Language of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> ofCode(cookie.getValue()).stream())
                .findFirst()
                .or(() -> ofBrowser(request))
                .orElse(Language.AR);
    }

    private static Optional<Language> ofBrowser(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        Locale locale = request.getLocale();
        return ofCode(locale.getLanguage());
    }

    /// Empty for what is none of ours.
    public static Optional<Language> ofCode(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /// Chooses one for all pages, for a year.
    public static void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        String cookie = ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(A_YEAR)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
