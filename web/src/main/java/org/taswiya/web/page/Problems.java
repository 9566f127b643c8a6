package org.taswiya.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.taswiya.web.Site;

/// What is shown where a page cannot be, in words that say what to do.
@Controller
public final class Problems implements ErrorController {
    /// Why a form did nothing, under this name of its request.
    public static final String WHY = "why nothing was done";

    /// Where what was typed is shown again.
    private static final String AGAIN = "where it is shown again";

    /// Why a form did nothing.
    public enum Why {
        /// Its sign-in has ended; what was typed is kept.
        ENDED,
        /// It came without the token of this session; what was typed is kept.
        STALE,
        /// Whoever sent it may not do it.
        NO_RIGHT
    }

    /// Fields into which customers write sentences; nothing else of a form is shown again where it does not belong.
    private static final List<String> WORDS = List.of("words");

    private final Site site;

    Problems(Site site) {
        this.site = site;
    }

    /// @param key of its texts, `problem.` and this
    /// @param again where what was typed is shown again; empty for nowhere
    /// @param words that were sent and went nowhere
    public record Problem(String key, String again, List<String> words) {
        public Problem {
            words = List.copyOf(words);
        }

        Problem(String key, String again) {
            this(key, again, List.of());
        }
    }

    /// Says of a form that has no token of the session which sent it what became of it.
    ///
    /// @param again where what was typed is shown again; empty where it could not be kept
    public static void keptForm(HttpServletRequest request, boolean isSignedIn, Optional<String> again) {
        if (again.isPresent()) {
            boolean isConsole = request.getRequestURI().startsWith("/staff");
            request.setAttribute(WHY, isSignedIn ? Why.STALE : Why.ENDED);
            request.setAttribute(AGAIN, isSignedIn ? again.get() : isConsole ? "/staff/login" : "/login");
        }
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Object found = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = found instanceof Integer code ? code : 404;
        String key = switch (status) {
            case 403 -> request.getAttribute(WHY) instanceof Why why ? forbidden(why) : "expired";
            case 413 -> isOfFile(request) ? "large" : "long";
            case 404, 405 -> "unknown";
            case 400, 415 -> "malformed";
            default -> "broken";
        };
        String again = request.getAttribute(AGAIN) instanceof String address ? address : "";
        return Rendered.page(status, "problem", Frame.of(site, request).nowhere(), new Problem(key, again));
    }

    /// Whether it is a file that was too large, or what was typed. Of what does not say how large it is nobody knows.
    private static boolean isOfFile(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 || length > SmallPhoto.CAMERA_BYTES_MOST;
    }

    private static String forbidden(Why why) {
        return switch (why) {
            case ENDED -> "ended";
            case STALE -> "stale";
            case NO_RIGHT -> "role";
        };
    }

    /// Where nothing has gone wrong that anybody else has to know of. Whoever sends a form of an account that they may
    /// not see, or no longer, is told so whatever account it is, and has their words back.
    public ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        Frame frame = Frame.of(site, request).nowhere();
        boolean isForm = request.getMethod().equals("POST") && frame.isSignedIn() && !frame.isStaff();
        Problem problem = isForm ? new Problem("lost", "", words(request)) : new Problem("unknown", "");
        return Rendered.page(404, "problem", frame, problem);
    }

    private static List<String> words(HttpServletRequest request) {
        return WORDS.stream()
                .flatMap(field -> Stream.ofNullable(request.getParameter(field)))
                .filter(words -> !words.isBlank())
                .toList();
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        return ResponseEntity.ok("good\n");
    }
}
