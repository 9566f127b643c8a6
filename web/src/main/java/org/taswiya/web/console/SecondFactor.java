package org.taswiya.web.console;

import java.security.SecureRandom;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// What somebody proves beside a password, for whoever makes people of a demo.
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record SecondFactor(byte[] secret) {
    /// One that nobody can guess.
    public static SecondFactor fresh() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SecondFactor(secret);
    }

    /// As it is typed into an application for codes.
    public String typed() {
        return Totp.base32(secret);
    }

    /// A password as it is kept.
    public static String hashed(String password) {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
    }
}
