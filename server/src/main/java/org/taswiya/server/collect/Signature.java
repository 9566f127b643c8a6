package org.taswiya.server.collect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 over the method, the target, the time and the body, each but the body followed by a line feed.
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// In hexadecimal.
    ///
    /// @param key as it was handed over
    /// @param target path and query as they are sent
    public static String of(String key, String method, String target, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((method + "\n" + target + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// Takes as long for a wrong signature as for a right one.
    static boolean isOf(String key, Asked asked) {
        String right = of(key, asked.method(), asked.target(), asked.time(), asked.body());
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), asked.signature().getBytes(StandardCharsets.UTF_8));
    }
}
