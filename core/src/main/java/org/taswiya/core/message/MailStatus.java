package org.taswiya.core.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A status code of mail systems (RFC 3463): `5.1.1` is permanent, of the address, nobody of that name.
///
/// @param kind 2 success, 4 not now, 5 never
public record MailStatus(int kind, int subject, int detail) {
    private static final Pattern FORM =
            Pattern.compile("(?<kind>[245])\\.(?<subject>[0-9]{1,3})\\.(?<detail>[0-9]{1,3})(\\s.*)?");

    private static final int PERMANENT = 5;
    private static final int UNDEFINED = 0;
    private static final int ADDRESS = 1;
    private static final int MAILBOX = 2;
    private static final int DISABLED = 1;

    /// A comment may follow it.
    public static Optional<MailStatus> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new MailStatus(
                        Integer.parseInt(matcher.group("kind")),
                        Integer.parseInt(matcher.group("subject")),
                        Integer.parseInt(matcher.group("detail"))))
                : Optional.empty();
    }

    /// Whether nobody is reached at that address, now or later. A full mailbox, a message that is too large and a
    /// refusal by policy say nothing of the address.
    public boolean isOfAddress() {
        return kind == PERMANENT
                && switch (subject) {
                    case UNDEFINED, ADDRESS -> true;
                    case MAILBOX -> detail == UNDEFINED || detail == DISABLED;
                    default -> false;
                };
    }

    /// As mail systems write it.
    @Override
    public String toString() {
        return kind + "." + subject + "." + detail;
    }
}
