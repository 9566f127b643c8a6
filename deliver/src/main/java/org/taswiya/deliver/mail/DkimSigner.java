package org.taswiya.deliver.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Signs e-mails for a domain (DKIM, RFC 6376), so that receivers can tell them from what others send in its name.
///
/// @param domain whose DNS has the public key, under `<selector>._domainkey.<domain>`
public record DkimSigner(String domain, String selector, DkimKey key) {
    /// What is signed of the head. `From` once more than there is one: whoever adds a second breaks the signature.
    private static final List<String> SIGNED =
            List.of("From", "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type");

    private static final String LINE = "\r\n";

    public DkimSigner {
        if (!domain.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")
                || !selector.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("no domain and selector: '" + domain + "', '" + selector + "'");
        }
    }

    /// Whether receivers take it as said by whoever an e-mail is from: of the same domain, or of one above it (DMARC).
    public boolean isFor(String address) {
        String of = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        String ours = domain.toLowerCase(Locale.ROOT);
        return of.equals(ours) || of.endsWith("." + ours);
    }

    /// What the field `DKIM-Signature` of an e-mail says.
    ///
    /// @param mail all of it, with CRLF after each line
    public String field(byte[] mail, Instant at) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        int head = text.indexOf(LINE + LINE);
        if (head < 0) {
            throw new IllegalArgumentException("an e-mail without a body: " + text);
        }
        String body = relaxedBody(text.substring(head + 2 * LINE.length()));
        String unsigned = "v=1; a=" + key.kind().algorithm() + "; c=relaxed/relaxed; d=" + domain + ";" + LINE
                + "\ts=" + selector + "; t=" + at.getEpochSecond() + ";" + LINE
                + "\th=" + String.join(":", SIGNED) + ";" + LINE
                + "\tbh=" + base64(digest(body)) + ";" + LINE
                + "\tb=";
        return unsigned + folded(signature(text.substring(0, head), SIGNED, unsigned));
    }

    /// @param head lines of it, without the empty one after them
    /// @param unsigned the field with nothing after `b=`
    String signature(String head, List<String> names, String unsigned) {
        Map<String, List<String>> fields = fields(head);
        StringBuilder signed = new StringBuilder();
        for (String name : names) {
            List<String> left = fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (!left.isEmpty()) { // one that is not there is signed as such
                signed.append(left.removeLast()).append(LINE);
            }
        }
        signed.append(relaxedField("DKIM-Signature", unsigned));
        try {
            return base64(key.signature(signed.toString().getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign by " + key, e);
        }
    }

    /// By their names in small letters; of several with one name the last comes last.
    private static Map<String, List<String>> fields(String head) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : head.split("\r\n(?![ \t])")) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(relaxedField(name, field.substring(colon + 1)));
            }
        }
        return fields;
    }

    /// RFC 6376, section 3.4.2.
    private static String relaxedField(String name, String value) {
        String unfolded = value.replace(LINE, "").replaceAll("[ \t]+", " ");
        return name.toLowerCase(Locale.ROOT) + ":" + trimmed(unfolded);
    }

    private static String trimmed(String value) {
        int from = value.startsWith(" ") ? 1 : 0;
        int to = value.endsWith(" ") ? value.length() - 1 : value.length();
        return value.substring(from, Math.max(from, to));
    }

    /// RFC 6376, section 3.4.4: white space within a line counts once, at its end not at all, and empty lines at the end
    /// do not count.
    static String relaxedBody(String body) {
        StringBuilder relaxed = new StringBuilder(body.length() + LINE.length());
        int filled = 0;
        for (String line : body.split(LINE, -1)) {
            boolean isAfterSpace = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean isSpace = c == ' ' || c == '\t';
                if (!isSpace) {
                    relaxed.append(isAfterSpace ? " " : "").append(c);
                    filled = relaxed.length();
                }
                isAfterSpace = isSpace;
            }
            relaxed.append(LINE);
        }
        relaxed.setLength(filled);
        return filled == 0 ? "" : relaxed.append(LINE).toString();
    }

    private static byte[] digest(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// No line of an e-mail should be longer than 78.
    private static String folded(String signature) {
        return signature.replaceAll("(.{72})(?=.)", "$1" + LINE + "\t");
    }
}
