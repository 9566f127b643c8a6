package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a mail system reports later of an e-mail that it had taken, about one recipient (RFC 3464).
///
/// @param identification the Message-ID of the e-mail, with its angle brackets
/// @param addresses under which the report knows the recipient, in small letters
/// @param said word for word by the system that gave up, as far as it said something
public record DeliveryStatus(
        String identification, Set<String> addresses, Action action, MailStatus status, String said) {

    /// What became of the e-mail.
    public enum Action {
        /// It does not arrive.
        FAILED,
        /// It is still on its way.
        DELAYED,
        /// It is in the mailbox.
        DELIVERED,
        /// It went on to a system that reports nothing.
        RELAYED,
        /// It was handed on to several.
        EXPANDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Action> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(action -> action.code().equals(code))
                    .findFirst();
        }
    }

    public DeliveryStatus {
        addresses = Set.copyOf(addresses);
    }

    /// Whether the recipient is named by an address; domains are the same in capitals, and names nearly always.
    public boolean isOf(String address) {
        return addresses.contains(address.toLowerCase(Locale.ROOT));
    }
}
