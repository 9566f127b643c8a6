package org.taswiya.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.customer.Language;

/// In which language somebody reads: as they chose last, else as their browser says, else Arabic.
public final class PageLanguage {
    static final String COOKIE = "language";

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
}
