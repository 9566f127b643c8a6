package org.taswiya.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.web.Site;

/// What is shown where a page cannot be, in words that say what to do; and the choice of a language.
@Controller
public final class Problems implements ErrorController {
    private static final Duration A_YEAR = Duration.ofDays(365);

    /// Of a request whose sign-in has ended: what was typed is kept.
    public static final String SIGN_IN_ENDED = "sign-in ended";

    /// Of a request for which a role has no right.
    public static final String NO_RIGHT = "no right";

    private final Site site;

    Problems(Site site) {
        this.site = site;
    }

    /// @param key of its texts, `problem.` and this
    public record Problem(String key) {}

    @RequestMapping("/error")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Object found = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = found instanceof Integer code ? code : 404;
        String key = switch (status) {
            case 403 -> forbidden(request);
            case 413 -> "large";
            case 400, 404, 405, 415 -> "unknown";
            default -> "broken";
        };
        return Rendered.page(status, "problem", Frame.of(site, request).nowhere(), new Problem(key));
    }

    private static String forbidden(HttpServletRequest request) {
        if (request.getAttribute(SIGN_IN_ENDED) != null) {
            return "ended";
        }
        return Boolean.TRUE.equals(request.getAttribute(NO_RIGHT)) ? "role" : "expired";
    }

    /// Where nothing has gone wrong that anybody else has to know of.
    public ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        return Rendered.page(404, "problem", Frame.of(site, request).nowhere(), new Problem("unknown"));
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return ResponseEntity.ok("good\n");
    }

    @PostMapping("/language")
    ResponseEntity<String> language(
            @RequestParam("to") String to,
            @RequestParam(name = "back", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageLanguage.ofCode(to)
                .map(language -> ResponseCookie.from(PageLanguage.COOKIE, language.code())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(A_YEAR)
                        .build())
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
        return ResponseEntity.status(303)
                .header("Location", back.matches("/[A-Za-z0-9/?=&%.+-]*") && !back.startsWith("//") ? back : "/")
                .build();
    }
}
