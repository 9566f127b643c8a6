package org.taswiya.deliver.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/// Encrypts what only the browser of a subscription can read (RFC 8291): the push service in between learns nothing but
/// the length.
public final class PushEncryption {
    /// The longest text that every push service takes.
    public static final int LONGEST = 3993;

    private static final byte[] PURPOSE = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /// Encrypts with a key and a salt for this once.
    public static byte[] encrypt(PushSubscription to, byte[] text) {
        byte[] salt = new byte[ContentEncryption.SALT];
        RANDOM.nextBytes(salt);
        return encrypt(to, text, P256.fresh(), salt);
    }

    /// @param once our keys for this message alone
    static byte[] encrypt(PushSubscription to, byte[] text, KeyPair once, byte[] salt) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(once.getPrivate());
            agreement.doPhase(to.key(), true);
            byte[] ours = P256.point((ECPublicKey) once.getPublic());
            byte[] purpose = joined(joined(PURPOSE, P256.point(to.key())), ours);
            byte[] key = ContentEncryption.derived(agreement.generateSecret(), to.secret(), purpose, KEY);
            return ContentEncryption.seal(key, salt, ours, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt for " + to.endpoint(), e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
