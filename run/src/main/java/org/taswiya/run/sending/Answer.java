package org.taswiya.run.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.message.OutboxClaims.Handles;

/// What a gateway said to a message.
public sealed interface Answer {
    /// Word for word, as far as it said something.
    String said();

    /// It has the message, and answers for it.
    ///
    /// @param handles under which it knows it; null when it reports nothing later
    record Accepted(String said, @Nullable Handles handles) implements Answer {

        /// By one that reports nothing later.
        public Accepted(String said) {
            this(said, null);
        }
    }

    /// Not now.
    ///
    /// @param atLeast how long it wants to be left alone; zero where it does not say
    record PutOff(String said, Duration atLeast) implements Answer {

        /// By one that does not say for how long.
        public PutOff(String said) {
            this(said, Duration.ZERO);
        }
    }

    /// Never, to this recipient or of this content.
    ///
    /// @param isNobodyThere whether nobody is at the address, now or later
    record Refused(String said, boolean isNobodyThere) implements Answer {

        /// By one that says nothing of the address.
        public Refused(String said) {
            this(said, false);
        }
    }

    /// It went away, fell silent, or does not let this sender send at all. It may have the message.
    record Lost(String said) implements Answer {}
}
