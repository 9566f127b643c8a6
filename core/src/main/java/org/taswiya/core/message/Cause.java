package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a message tells of.
///
/// @param key of the bill, the outage, the campaign: its number
public record Cause(Kind kind, String key) {

    /// The more urgent first.
    public enum Kind {
        OUTAGE(10),
        BILL(50),
        MARKETING(90);

        private final int priority;

        Kind(int priority) {
            this.priority = priority;
        }

        /// The smaller goes first.
        public int priority() {
            return priority;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public Cause {
        if (!key.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("The key of a cause is letters and digits, found '" + key + "'");
        }
    }

    /// Under which its message by a channel is known at every attempt: `bill.0000000042BQ.email`.
    public String messageKey(Channel channel) {
        return kind.code() + "." + key + "." + channel.code();
    }
}
