package org.taswiya.web.door;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// How passwords are hashed: by Argon2id, as much work as OWASP asks for, which stands in each hash so that it can be
/// raised. A few at once and no more: each takes its memory, and whoever sends a thousand passwords takes no more than
/// those few do.
@Component
public final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private static final int LEAST_AT_ONCE = 2;
    private static final int SECONDS_MOST = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places =
            new Semaphore(Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors()), true);

    private final AtomicLong hashed = new AtomicLong();

    /// What a look at a password came to.
    public enum Looked {
        RIGHT,
        WRONG,
        /// Too many are being looked at: nobody knows.
        BUSY
    }

    Passwords() {}

    /// How many were hashed since the program began, to be kept or to be looked at.
    public long hashed() {
        return hashed.get();
    }

    /// Empty when too many are being hashed.
    public Optional<String> hash(String password) {
        return within(() -> argon2.encode(plain(password)));
    }

    /// @param hash by whatever parameters it was made
    public Looked look(String password, String hash) {
        return within(() -> argon2.matches(plain(password), hash))
                .map(isRight -> isRight ? Looked.RIGHT : Looked.WRONG)
                .orElse(Looked.BUSY);
    }

    /// Whether a hash was made by less than what is done now.
    boolean isWeak(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /// The same letters, however a keyboard has composed them.
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private interface Hashing<T> {
        T now();
    }

    private <T> Optional<T> within(Hashing<T> hashing) {
        try {
            if (!places.tryAcquire(SECONDS_MOST, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            hashed.incrementAndGet();
            return Optional.of(hashing.now());
        } finally {
            places.release();
        }
    }
}
