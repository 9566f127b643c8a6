package org.taswiya.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// For whom a form was made: it says so behind its token, so that what is typed there is known to be theirs after
/// their sign-in has ended, whoever signs in next. It proves nothing and opens nothing.
public final class Writer {
    /// Whoever has not signed in.
    public static final String NOBODY = "";

    private static final String FIELD = "_csrf";
    private static final char BEHIND = '.';
    private static final int DIGEST_BYTES = 9;

    private Writer() {}

    /// Whoever sends this request.
    public static String now() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? NOBODY : of(who);
    }

    /// The same in each session of theirs.
    public static String of(Authentication who) {
        String name = (Frame.isStaff(who) ? "staff " : "customer ") + who.getName();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /// For whom the form was made that this request sends.
    public static String ofForm(HttpServletRequest request) {
        String field = request.getParameter(FIELD);
        int at = field == null ? -1 : field.indexOf(BEHIND);
        return field == null || at < 0 ? NOBODY : field.substring(at + 1);
    }

    /// What a form sends back.
    static String signed(String token) {
        String writer = now();
        return writer.equals(NOBODY) ? token : token + BEHIND + writer;
    }

    /// The token alone.
    public static @Nullable String token(@Nullable String field) {
        int at = field == null ? -1 : field.indexOf(BEHIND);
        return field == null || at < 0 ? field : field.substring(0, at);
    }
}
