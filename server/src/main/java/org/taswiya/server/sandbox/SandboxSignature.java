package org.taswiya.server.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 in hexadecimal over what is said and what for, so that one message cannot stand for another kind.
final class SandboxSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private SandboxSignature() {}

    /// @param kind what for: `page`, `notice`, `attempt`, `refund`, `answer`
    static String of(String key, String kind, String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /// Takes as long for a wrong signature as for a right one.
    static boolean isOf(String key, String kind, String said, String signature) {
        return MessageDigest.isEqual(
                of(key, kind, said).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
