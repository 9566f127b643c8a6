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
    private static final int SENDER_MALFORMED = 7;
    private static final int SENDER_UNKNOWN = 8;
    private static final Pattern REPLY = Pattern.compile("[0-9]{3}[ -](?<status>[245]\\.[0-9.]+)(\\s.*)?");

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

    /// That of an answer of an SMTP server such as `550 5.1.1 no such user`; empty where it states none.
    public static Optional<MailStatus> ofReply(String said) {
        Matcher matcher = REPLY.matcher(said.strip());
        return matcher.matches() ? parse(matcher.group("status")) : Optional.empty();
    }

    /// Whether it says of the recipient alone that nobody is reached there. A server that answers on the spot may mean
    /// the sender by the codes that say no more than "something with an address" (5.0.0, 5.1.0); a report that comes
    /// back does not: the sender was let in by then.
    public boolean isOfRecipient() {
        return isOfAddress() && subject != UNDEFINED && !(subject == ADDRESS && detail == UNDEFINED);
    }

    /// Whether nobody is reached at that address, now or later. A full mailbox, a message that is too large and a
    /// refusal by policy say nothing of the address, 5.1.7 and 5.1.8 something of the sender's.
    public boolean isOfAddress() {
        return kind == PERMANENT
                && switch (subject) {
                    case UNDEFINED -> true;
                    case ADDRESS -> detail != SENDER_MALFORMED && detail != SENDER_UNKNOWN;
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
