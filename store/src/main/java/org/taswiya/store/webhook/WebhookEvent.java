package org.taswiya.store.webhook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param id its place in the order of all
/// @param at when its cause was written down; of a bill, when its run began
/// @param account whose it is; null for what is of a place
/// @param reference of what it is about: a bill, a receipt, an agreement, or a number
/// @param day of a reading; null for all else
public record WebhookEvent(
        long id,
        WebhookKind kind,
        Instant at,
        @Nullable String account,
        String reference,
        @Nullable LocalDate day) {}
