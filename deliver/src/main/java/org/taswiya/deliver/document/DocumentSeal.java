package org.taswiya.deliver.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The digest in the last field of a document: SHA-256 over every byte before its line.
///
/// Whoever has a document and no Taswiya can check it too: `head -n -2 FILE | sha256sum`.
public final class DocumentSeal {

    private static final String END = "\n}\n";
    private static final Pattern LAST_FIELD =
            Pattern.compile(",\\n( {2}\"digest\": \"(sha256:[0-9a-f]{64})\"\\n}\\n)\\z");

    private DocumentSeal() {}

    /// Adds the digest to the text of an object that has at least one field.
    static byte[] seal(String json) {
        if (!json.endsWith(END)) {
            throw new IllegalArgumentException("Document does not end as documents do: " + json);
        }
        String sealed = json.substring(0, json.length() - END.length()) + ",\n";
        String digest = digest(sealed.getBytes(StandardCharsets.UTF_8));
        return (sealed + "  \"digest\": \"" + digest + "\"" + END).getBytes(StandardCharsets.UTF_8);
    }

    /// The digest that a file states where it belongs; empty when it has none, for example because it was cut off or
    /// laid out anew.
    public static Optional<String> stated(byte[] file) {
        Matcher last = lastField(file);
        return last.find() ? Optional.of(last.group(2)) : Optional.empty();
    }

    /// Whether the file is, byte for byte, what its digest was computed over.
    public static boolean isIntact(byte[] file) {
        Matcher last = lastField(file);
        if (!last.find()) {
            return false;
        }
        int covered = file.length - last.group(1).length();
        return digest(Arrays.copyOf(file, covered)).equals(last.group(2));
    }

    /// One byte is one character here, so that places in the text are places in the file.
    private static Matcher lastField(byte[] file) {
        int start = Math.max(0, file.length - 100);
        return LAST_FIELD.matcher(new String(file, start, file.length - start, StandardCharsets.ISO_8859_1));
    }

    /// For example `sha256:9f86..`.
    public static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
