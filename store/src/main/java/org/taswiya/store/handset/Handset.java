package org.taswiya.store.handset;

import java.time.Instant;

/// A telephone of a reader's.
///
/// @param id by which people name it: eight letters and digits
/// @param reader whose it is
/// @param publicKey as X.509 has it, of an elliptic curve (P-256); what it signs, it said
/// @param since when it was registered
/// @param isOpen whether it may have rounds now
@SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
public record Handset(String id, String reader, byte[] publicKey, Instant since, boolean isOpen) {}
