package org.taswiya.deliver.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// Under which push services and browsers know a message: what comes again with the same topic takes the place of what
/// is there (RFC 8030, section 5.4).
public final class PushTopic {
    private static final int BYTES = 24;

    private PushTopic() {}

    /// Short, the same each time, and telling strangers nothing: 32 characters of base64url.
    ///
    /// @param key of the message
    public static String of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
