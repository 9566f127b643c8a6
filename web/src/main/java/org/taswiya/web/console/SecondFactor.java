package org.taswiya.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.taswiya.store.staff.StaffKey;

/// What somebody proves beside a password, for whoever makes people of a demo.
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record SecondFactor(byte[] secret) {
    /// One that nobody can guess.
    public static SecondFactor fresh() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SecondFactor(secret);
    }

    /// As its holder is shown it, once.
    ///
    /// @param typed in groups of four, as it is typed into a telephone
    /// @param link that a telephone opens with its application for codes
    /// @param fault of the texts `welcome.fault.`; empty for none
    public record Shown(String typed, String link, String fault) {}

    Shown shown(String name, String utility, String fault) {
        String issuer = URLEncoder.encode(utility, StandardCharsets.UTF_8).replace("+", "%20");
        String link = "otpauth://totp/" + issuer + ":" + name + "?secret=" + typed() + "&issuer=" + issuer;
        return new Shown(typed().replaceAll("(.{4})(?=.)", "$1 "), link, fault);
    }

    /// As it is typed into an application for codes.
    public String typed() {
        return Totp.base32(secret);
    }

    /// As it is kept.
    ///
    /// @param key null where it is kept as it is
    /// @param ticket by which it was chosen
    public byte[] kept(@Nullable StaffKey key, long ticket) {
        return key == null ? secret : key.seal(ticket, secret);
    }

    /// A password as it is kept.
    public static String hashed(String password) {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
    }
}
