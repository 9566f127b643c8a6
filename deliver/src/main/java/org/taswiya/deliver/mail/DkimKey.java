package org.taswiya.deliver.mail;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The private key that a utility signs its e-mails with. Its public one stands in the DNS.
public record DkimKey(Kind kind, PrivateKey privateKey) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?<what>[A-Z ]+)-----(?<base64>[A-Za-z0-9+/=\\s]+)-----END [A-Z ]+-----");

    /// A shorter one proves nothing (RFC 8301).
    private static final int BITS_LEAST = 1024;

    /// What it signs by.
    public enum Kind {
        /// What every receiver knows.
        RSA("rsa-sha256", "SHA256withRSA"),
        /// Shorter, and not known everywhere (RFC 8463).
        ED25519("ed25519-sha256", "Ed25519");

        private final String algorithm;
        private final String java;

        Kind(String algorithm, String java) {
            this.algorithm = algorithm;
            this.java = java;
        }

        /// As signatures name it.
        public String algorithm() {
            return algorithm;
        }
    }

    /// A key, or what is wrong with a file.
    public sealed interface Parsed {
        record Good(DkimKey key) implements Parsed {}

        /// @param found what was found, and what to do
        record Wrong(String found) implements Parsed {}
    }

    /// From a file in PEM (PKCS#8).
    public static Parsed parse(String text) {
        Matcher matcher = PEM.matcher(text);
        if (!matcher.find()) {
            return new Parsed.Wrong("found no key in PEM, expected -----BEGIN PRIVATE KEY-----");
        }
        if (!matcher.group("what").equals("PRIVATE KEY")) {
            return new Parsed.Wrong("found a " + matcher.group("what")
                    + ", expected a PRIVATE KEY; openssl pkcs8 -topk8 -nocrypt makes one of it");
        }
        PKCS8EncodedKeySpec encoded;
        try {
            encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group("base64")));
        } catch (IllegalArgumentException e) {
            return new Parsed.Wrong("found no base64 in the key: " + e.getMessage());
        }
        for (Kind kind : Kind.values()) {
            try {
                return judged(kind, KeyFactory.getInstance(kind.name()).generatePrivate(encoded));
            } catch (GeneralSecurityException _) {
                // of another kind
            }
        }
        return new Parsed.Wrong("found a key of another kind, expected RSA or Ed25519");
    }

    private static Parsed judged(Kind kind, PrivateKey key) {
        return switch (key) {
            case RSAPrivateKey rsa
            when rsa.getModulus().bitLength() < BITS_LEAST ->
                new Parsed.Wrong("found a key of " + rsa.getModulus().bitLength() + " bits, expected " + BITS_LEAST
                        + " at least; 2048 are usual");
            case RSAPrivateKey _, EdECPrivateKey _ -> new Parsed.Good(new DkimKey(kind, key));
            default -> throw new IllegalStateException(kind + " gave " + key.getClass());
        };
    }

    /// Signs a digest of what is signed for Ed25519, all of it for RSA, which digests by itself: both are the same
    /// signature of a SHA-256 to the standard.
    byte[] signature(byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(kind.java);
        signature.initSign(privateKey);
        signature.update(
                switch (kind) {
                    case RSA -> signed;
                    case ED25519 -> MessageDigest.getInstance("SHA-256").digest(signed);
                });
        return signature.sign();
    }

    /// Without the key.
    @Override
    public String toString() {
        return "DkimKey[" + kind.algorithm + "]";
    }
}
