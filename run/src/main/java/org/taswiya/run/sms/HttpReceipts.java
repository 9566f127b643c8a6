package org.taswiya.run.sms;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.store.message.Receipt;

/// The address at which a gateway reports of one message, as Kannel's `dlr-url`. What Kannel fills in: `%d` the kind of
/// report, `%A` what the operator said. A seal that only somebody with the gateway's password can make stands between
/// the message and whoever would like to report it as failed.
public final class HttpReceipts {
    /// By which these receipts are told from others. Their handles are our own names of messages, so one is enough.
    static final String GATEWAY = "http";

    private static final int SAID_MOST = 300;
    private static final int SEAL_LENGTH = 32;

    private HttpReceipts() {}

    /// What follows the address of whoever listens.
    static String query(String message, String password) {
        return "?message=" + URLEncoder.encode(message, StandardCharsets.UTF_8) + "&seal=" + seal(message, password)
                + "&kind=%d&said=%A";
    }

    /// What is reported by a request.
    ///
    /// @param query as it came
    /// @return empty when it is none of ours
    public static Optional<Receipt> receipt(String query, String password) {
        Map<String, String> values = Arrays.stream(query.split("&"))
                .map(one -> one.split("=", 2))
                .filter(one -> one.length == 2)
                .collect(Collectors.toMap(one -> one[0], one -> decoded(one[1]), (first, _) -> first));
        String message = values.getOrDefault("message", "");
        byte[] expected = seal(message, password).getBytes(StandardCharsets.US_ASCII);
        byte[] found = values.getOrDefault("seal", "").getBytes(StandardCharsets.UTF_8);
        if (message.isEmpty() || !MessageDigest.isEqual(expected, found)) {
            return Optional.empty();
        }
        String kind = values.getOrDefault("kind", "");
        String words = values.getOrDefault("said", "").replaceAll("\\s+", " ").strip();
        String said = (kind + " " + words.substring(0, Math.min(words.length(), SAID_MOST))).strip();
        return Optional.of(new Receipt(GATEWAY, message, stateOf(kind, words), said));
    }

    /// One of a gateway that fills in something else is no reason to answer it with a fault.
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private static ReceiptState stateOf(String kind, String words) {
        return switch (kind) {
            case "1" -> ReceiptState.DELIVERED;
            case "2" ->
                words.toLowerCase(Locale.ROOT).contains("stat:expired") ? ReceiptState.EXPIRED : ReceiptState.FAILED;
            case "4", "8" -> ReceiptState.UNDERWAY;
            case "16" -> ReceiptState.FAILED;
            default -> ReceiptState.UNKNOWN;
        };
    }

    private static String seal(String message, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("receipts " + password).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seal = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(seal).substring(0, SEAL_LENGTH);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("cannot seal " + message, e);
        }
    }
}
