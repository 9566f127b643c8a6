package org.taswiya.deliver.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys by which push services know the utility (VAPID, RFC 8292). Subscriptions are made for the public one, so
/// that nobody else can use them.
///
/// @param publicKey as browsers are given it when they subscribe
public record PushKey(PrivateKey privateKey, String publicKey) {
    private static final Pattern FILE =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----(?<private>[A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*"
                    + "# public: (?<public>[A-Za-z0-9_-]+)\\s*");

    private static final Base64.Encoder WORDS = Base64.getUrlEncoder().withoutPadding();

    /// New ones.
    public static PushKey fresh() {
        KeyPair pair = P256.fresh();
        return new PushKey(pair.getPrivate(), WORDS.encodeToString(P256.point((ECPublicKey) pair.getPublic())));
    }

    /// As a file has them: the private key in PEM (PKCS#8), then the public one.
    public String file() {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n# public: " + publicKey + "\n";
    }

    /// From a file.
    ///
    /// @return empty when it holds no such keys, or two that do not belong together
    public static Optional<PushKey> ofFile(String text) {
        Matcher matcher = FILE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group("private"));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            PushKey pair = new PushKey(key, matcher.group("public"));
            return key instanceof ECPrivateKey && pair.isPair() ? Optional.of(pair) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isPair() throws GeneralSecurityException {
        byte[] trial = {1};
        Optional<ECPublicKey> other = P256.publicKey(Base64.getUrlDecoder().decode(publicKey));
        if (other.isEmpty()) {
            return false;
        }
        Signature verifying = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifying.initVerify(other.get());
        verifying.update(trial);
        return verifying.verify(signature(trial));
    }

    /// What a request says of who makes it: the header `Authorization`.
    ///
    /// @param origin of the push service
    /// @param until it is good, a day from now at most
    /// @param contact where the push service's people reach ours: `mailto:` or `https:`
    public String authorization(String origin, Instant until, String contact) {
        try {
            String text = unsigned(origin, until, contact);
            byte[] signature = signature(text.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + text + "." + WORDS.encodeToString(signature) + ", k=" + publicKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign for " + origin, e);
        }
    }

    static String unsigned(String origin, Instant until, String contact) {
        String claims =
                "{\"aud\":\"" + origin + "\",\"exp\":" + until.getEpochSecond() + ",\"sub\":\"" + contact + "\"}";
        return word("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + word(claims);
    }

    private static String word(String json) {
        return WORDS.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] of) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("SHA256withECDSAinP1363Format");
        signing.initSign(privateKey);
        signing.update(of);
        return signing.sign();
    }

    /// Without the private one.
    @Override
    public String toString() {
        return "PushKey[" + publicKey + "]";
    }
}
