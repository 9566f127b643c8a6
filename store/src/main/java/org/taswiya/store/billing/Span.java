package org.taswiya.store.billing;

/// The accounts of a batch: those after one up to another.
///
/// @param isLast whether no account comes after
record Span(String after, String last, int count, boolean isLast) {}
