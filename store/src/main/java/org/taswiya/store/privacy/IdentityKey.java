package org.taswiya.store.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.taswiya.core.privacy.IdentityNumber;

/// A key by which identity numbers are kept: AES-256-GCM. It is in no database, and shown nowhere; what is shown is its
/// fingerprint, which tells keys apart and nothing else.
public final class IdentityKey {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FINGERPRINT_BYTES = 8;

    private final SecretKeySpec key;
    private final String fingerprint;

    private IdentityKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.fingerprint = HexFormat.of().formatHex(digest(key), 0, FINGERPRINT_BYTES);
    }

    /// Reads a key as its file has it: 64 hexadecimal digits.
    ///
    /// @return empty when it is none
    public static Optional<IdentityKey> parse(String text) {
        String digits = text.strip();
        return FORM.matcher(digits).matches()
                ? Optional.of(new IdentityKey(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    /// Of another purpose than the key itself: it says nothing of what is encrypted.
    private static byte[] digest(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("taswiya identity key".getBytes(StandardCharsets.UTF_8));
            return digest.digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Which key it is, as 16 hexadecimal digits.
    public String fingerprint() {
        return fingerprint;
    }

    /// A number as it is kept.
    record Sealed(byte[] nonce, byte[] number) {}

    /// Encrypts the number of one customer; of another it cannot be read.
    Sealed seal(String customer, IdentityNumber number, SecureRandom chance) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, customer, nonce);
            return new Sealed(nonce, cipher.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt an identity number", e);
        }
    }

    /// @return empty when it was encrypted for somebody else or changed since
    Optional<IdentityNumber> open(String customer, Sealed sealed) {
        try {
            byte[] digits =
                    cipher(Cipher.DECRYPT_MODE, customer, sealed.nonce()).doFinal(sealed.number());
            try {
                return Optional.of(new IdentityNumber(new String(digits, StandardCharsets.US_ASCII)));
            } finally {
                Arrays.fill(digits, (byte) 0);
            }
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt an identity number", e);
        }
    }

    private Cipher cipher(int mode, String customer, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("taswiya identity number of " + customer).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "identity key " + fingerprint;
    }
}
