package org.taswiya.web.door;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.taswiya.web.Site;

/// How passwords are hashed: by Argon2id. A few at once and no more: each takes its memory, and whoever sends a
/// thousand passwords takes no more than those few do.
@Component
public final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private static final int LEAST_AT_ONCE = 2;
    private static final int SECONDS_MOST = 5;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places =
            new Semaphore(Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors()), true);

    private final AtomicLong hashed = new AtomicLong();
    private final String nobodys;

    /// What a look at a password came to.
    public enum Looked {
        RIGHT,
        WRONG,
        /// Too many are being looked at: nobody knows.
        BUSY
    }

    Passwords(Site site, DoorTerms terms) {
        HashWork work = terms.work();
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, work.memoryKib(), work.passes());
        nobodys = argon2.encode(Long.toString(site.random().nextLong()));
    }

    /// The hash of a password that nobody has: to look at it takes as long as at one that somebody has.
    public String nobodys() {
        return nobodys;
    }

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
