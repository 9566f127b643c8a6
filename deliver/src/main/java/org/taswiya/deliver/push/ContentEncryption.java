package org.taswiya.deliver.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The content encoding `aes128gcm` (RFC 8188), of one record.
final class ContentEncryption {
    static final int SALT = 16;

    /// What push services take at least (RFC 8291, section 4).
    private static final int RECORD = 4096;

    private static final int TAG = 16;
    private static final byte LAST = 2;

    private ContentEncryption() {}

    /// @param key from which that of the content is made
    /// @param name of the key, for the receiver
    static byte[] seal(byte[] key, byte[] salt, byte[] name, byte[] text) throws GeneralSecurityException {
        int head = SALT + Integer.BYTES + 1 + name.length;
        if (head + text.length + 1 + TAG > RECORD) {
            throw new IllegalArgumentException("a text of " + text.length + " bytes is too long for one record");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(derived(key, salt, "Content-Encoding: aes128gcm\0", 16), "AES"),
                new GCMParameterSpec(TAG * 8, derived(key, salt, "Content-Encoding: nonce\0", 12)));
        byte[] padded = Arrays.copyOf(text, text.length + 1);
        padded[text.length] = LAST;
        return ByteBuffer.allocate(head + text.length + 1 + TAG)
                .put(salt)
                .putInt(RECORD)
                .put((byte) name.length)
                .put(name)
                .put(cipher.doFinal(padded))
                .array();
    }

    private static byte[] derived(byte[] key, byte[] salt, String purpose, int length) throws GeneralSecurityException {
        return derived(key, salt, purpose.getBytes(StandardCharsets.US_ASCII), length);
    }

    /// HKDF with SHA-256 (RFC 5869).
    static byte[] derived(byte[] key, byte[] salt, byte[] purpose, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(purpose, length));
    }
}
