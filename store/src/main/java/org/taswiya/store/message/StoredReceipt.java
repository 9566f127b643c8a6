package org.taswiya.store.message;

import java.time.Instant;

/// A receipt of a message.
///
/// @param attempt which of its attempts it is of
/// @param part which of its segments, from one
/// @param at when it was taken
public record StoredReceipt(int attempt, int part, Receipt receipt, Instant at) {}
