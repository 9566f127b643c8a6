package org.taswiya.store.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;

/// A message as the books have it.
///
/// @param contact where it goes, as that was when it was queued
/// @param key under which it is known at each attempt
/// @param notBefore when it may be tried next
/// @param attempts that have an outcome, without those that were given back
/// @param sentAt null while it is not
public record StoredMessage(
        long id,
        Cause cause,
        String account,
        Language language,
        Contact contact,
        String key,
        MessageState state,
        Instant notBefore,
        int attempts,
        Instant queuedAt,
        @Nullable Instant sentAt) {}
