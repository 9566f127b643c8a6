package org.taswiya.store.staff;

import java.nio.ByteBuffer;
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
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A key by which secrets are kept that the program has to know: those of second factors, and those by which calls of
/// other programs are signed. AES-256-GCM. It is in no database; whoever copies the database has none of them. Each is
/// sealed for what it is of: moved to another row it does not open.
///
/// What is kept is a mark, the fingerprint of the key, the nonce and the sealed secret; a secret of before keys is
/// twenty plain bytes.
public final class StaffKey {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");
    private static final byte MARK = 1;
    private static final int PLAIN_BYTES = 20;
    private static final int FINGERPRINT_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int AROUND_BYTES = 1 + FINGERPRINT_BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE;

    private final SecretKeySpec key;
    private final byte[] fingerprint;

    private StaffKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.fingerprint = Arrays.copyOf(digest(key), FINGERPRINT_BYTES);
    }

    /// Reads a key as its file has it: 64 hexadecimal digits.
    ///
    /// @return empty when it is none
    public static Optional<StaffKey> parse(String text) {
        String digits = text.strip();
        return FORM.matcher(digits).matches()
                ? Optional.of(new StaffKey(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    private static byte[] digest(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("taswiya staff key".getBytes(StandardCharsets.UTF_8));
            return digest.digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As the secret of a second factor is kept.
    public byte[] seal(long ticket, byte[] secret) {
        return seal(ofTicket(ticket), secret);
    }

    private static String ofTicket(long ticket) {
        return "second factor of ticket " + ticket;
    }

    /// As any other is kept.
    ///
    /// @param of what it is the secret of, and of nothing else
    public byte[] seal(String of, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, of, nonce).doFinal(secret);
            return ByteBuffer.allocate(1 + FINGERPRINT_BYTES + NONCE_BYTES + sealed.length)
                    .put(MARK)
                    .put(fingerprint)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the secret of a " + of, e);
        }
    }

    /// The secret, whether it is sealed or plain.
    ///
    /// @param key null for none
    /// @return empty when it was sealed with another key or for another ticket, or was changed since
    public static Optional<byte[]> open(@Nullable StaffKey key, long ticket, byte[] kept) {
        if (kept.length == PLAIN_BYTES) {
            return Optional.of(kept);
        }
        return key == null ? Optional.empty() : key.open(ofTicket(ticket), kept);
    }

    /// One that was sealed.
    ///
    /// @return empty when it was sealed with another key or for something else, or was changed since
    public Optional<byte[]> open(String of, byte[] kept) {
        return isOf(kept) ? opened(of, kept) : Optional.empty();
    }

    /// Whether something was sealed with this key, as it says itself.
    boolean isOf(byte[] kept) {
        return kept.length > AROUND_BYTES
                && kept[0] == MARK
                && Arrays.equals(kept, 1, 1 + FINGERPRINT_BYTES, fingerprint, 0, FINGERPRINT_BYTES);
    }

    private Optional<byte[]> opened(String of, byte[] kept) {
        int nonceAt = 1 + FINGERPRINT_BYTES;
        int sealedAt = nonceAt + NONCE_BYTES;
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, of, Arrays.copyOfRange(kept, nonceAt, sealedAt))
                    .doFinal(kept, sealedAt, kept.length - sealedAt));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open the secret of a " + of, e);
        }
    }

    private Cipher cipher(int mode, String of, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("taswiya " + of).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// A key of its own for another purpose, by which nobody finds this one.
    ///
    /// @param purpose a name that no other purpose has
    /// @return 32 bytes, the same each time
    public byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("taswiya " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Which key it is, as 16 hexadecimal digits.
    public String fingerprint() {
        return HexFormat.of().formatHex(fingerprint);
    }

    @Override
    public String toString() {
        return "staff key " + fingerprint();
    }
}
