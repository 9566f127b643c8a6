package org.taswiya.run.sending;

import java.time.Instant;
import java.util.Optional;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.message.StoredMessage;

/// Whoever carries the messages of one channel from here on.
public interface Gateway extends AutoCloseable {

    /// A message as it is handed over.
    ///
    /// @param identification under which its first attempt went out, and every other does
    /// @param begunAt when its first attempt was
    record Handover(StoredMessage message, Made.Content content, String identification, Instant begunAt) {}

    Channel channel();

    /// Under which a message goes out for the first time.
    String identification(StoredMessage message);

    /// Why nothing can be handed over for an address, whatever the gateway would say; empty when something can.
    default Optional<String> fault(Contact to) {
        return Optional.empty();
    }

    /// Makes sure that the gateway is there.
    ///
    /// @return what is wrong; empty when nothing is
    Optional<String> connect();

    /// Hands a message over; [#connect] came before.
    Answer send(Handover handover);

    @Override
    void close();
}
