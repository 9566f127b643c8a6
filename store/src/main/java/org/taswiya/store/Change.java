package org.taswiya.store;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/// Who did something, when and why.
///
/// @param at given by the caller, so that the same work done again writes the same bytes
/// @param author a person or a job
/// @param reason for the records
public record Change(Instant at, String author, String reason) {

    /// Whether the author is called so. Names are typed, so how they are spelled tells nobody apart: capitals, spaces
    /// around and between, and what cannot be seen count for nothing.
    public boolean isBy(String name) {
        return plain(author).equals(plain(name));
    }

    /// The same of two names.
    public static boolean isSamePerson(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    public Change {
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "A change needs an author and a reason, found '" + author + "' and '" + reason + "'");
        }
    }
}
