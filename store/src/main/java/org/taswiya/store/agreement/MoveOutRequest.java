package org.taswiya.store.agreement;

import java.time.LocalDate;

/// That a customer wants an agreement to end, and nobody has ended it yet.
///
/// @param on the day at whose start they are gone
public record MoveOutRequest(String agreement, String account, LocalDate on, LocalDate askedOn) {}
