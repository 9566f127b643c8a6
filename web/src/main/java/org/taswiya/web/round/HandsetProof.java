package org.taswiya.web.round;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.taswiya.store.handset.Handset;
import org.taswiya.store.handset.Handsets;
import org.taswiya.web.Site;

/// Who asks: a handset signs what it asks for, when, and what it sends, with a key that never leaves it.
sealed interface HandsetProof {
    /// By this handset, open or closed.
    record Proven(Handset handset) implements HandsetProof {}

    /// Its signature is right, and its clock is not: it asks again by ours.
    record OtherTime() implements HandsetProof {}

    /// By nobody we know.
    record Stranger() implements HandsetProof {}

    /// An older signature is good for nothing.
    Duration GOOD_FOR = Duration.ofMinutes(10);

    int P256_BITS = 256;

    static HandsetProof of(Site site, HttpServletRequest request, byte[] body) {
        String id = header(request, "Handset");
        String moment = header(request, "Handset-Moment");
        Optional<Handset> found = id.matches("[A-HJ-NP-Z2-9]{8}") && moment.matches("\\d{1,15}")
                ? Handsets.find(site.database(), id)
                : Optional.empty();
        if (found.isEmpty() || !isSigned(found.get(), request, moment, body)) {
            return new Stranger();
        }
        Instant said = Instant.ofEpochMilli(Long.parseLong(moment));
        boolean isNow = Duration.between(said, Instant.now(site.clock())).abs().compareTo(GOOD_FOR) <= 0;
        return isNow ? new Proven(found.get()) : new OtherTime();
    }

    private static boolean isSigned(Handset handset, HttpServletRequest request, String moment, byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            String said = request.getMethod() + "\n" + request.getRequestURI() + "\n" + moment + "\n"
                    + Base64.getEncoder().encodeToString(digest);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key(handset.publicKey()).orElseThrow());
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getDecoder().decode(header(request, "Handset-Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false; // no signature, or none that could be one
        }
    }

    /// Empty for what is no key of the curve that handsets have.
    static Optional<PublicKey> key(byte[] x509) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(x509));
            return key instanceof ECPublicKey curve
                            && curve.getParams().getOrder().bitLength() == P256_BITS
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
