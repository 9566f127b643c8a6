package org.taswiya.store.message;

import org.taswiya.core.message.ReceiptState;

/// What a gateway reports of something that it accepted.
///
/// @param gateway who reports
/// @param handle under which it knows what it accepted; empty where it names none
/// @param said word for word
public record Receipt(String gateway, String handle, ReceiptState state, String said) {}
