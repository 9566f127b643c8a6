package org.taswiya.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.taswiya.store.access.Asker;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;

/// Knows a device again from which an account was opened before: there its password can be tried and a code asked for
/// although others have done it too often from elsewhere. A cookie says so, which opens nothing by itself. It is signed
/// by a key derived from the staff key, so that restarts and other servers know it too; without a staff key by one
/// that a start of the server makes.
@Component
public final class KnownDevices {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int BYTES = 16;
    private static final String VISIT = "asks for codes as";

    private final boolean isBehindTls;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    KnownDevices(Site site, AgencyTerms terms) {
        this.isBehindTls = terms.isBehindTls();
        StaffKey staffKey = site.staffKey();
        this.key = new SecretKeySpec(staffKey == null ? fresh() : staffKey.derived("known devices"), "HmacSHA256");
    }

    private byte[] fresh() {
        byte[] secret = new byte[BYTES * 2];
        random.nextBytes(secret);
        return secret;
    }

    /// Who has a code sent for an account: the device where it is known, else this visit.
    Asker asker(String account, HttpServletRequest request) {
        return of(account, request)
                .map(device -> new Asker(device, true))
                .orElseGet(() -> new Asker(visit(request), false));
    }

    /// The same of whoever has signed in.
    public Asker signedIn(HttpServletRequest request) {
        return new Asker(visit(request), true);
    }

    /// A name that the visit keeps.
    private String visit(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(VISIT) instanceof String name) {
            return name;
        }
        String name = name();
        session.setAttribute(VISIT, name);
        return name;
    }

    private String name() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String cookie() {
        return isBehindTls ? "__Host-device" : "device";
    }

    /// Remembers that an account was opened here; of several the last one.
    void remember(String account, HttpServletResponse response) {
        String id = name();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie(), id + "." + signed(id, account))
                        .httpOnly(true)
                        .secure(isBehindTls)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    /// The name of the device, where this account was opened from it.
    Optional<String> of(String account, HttpServletRequest request) {
        return values(request)
                .map(value -> value.split("\\.", 2))
                .filter(parts -> parts.length == 2 && isSame(signed(parts[0], account), parts[1]))
                .map(parts -> parts[0])
                .findFirst();
    }

    /// Whether nobody else was the last who opened an account from the device.
    boolean isNoneOrOf(List<String> accounts, HttpServletRequest request) {
        return values(request).findAny().isEmpty()
                || accounts.stream().anyMatch(account -> of(account, request).isPresent());
    }

    private Stream<String> values(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(one -> one.getName().equals(cookie()))
                .map(Cookie::getValue);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String id, String account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signature = mac.doFinal((id + " " + account).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
