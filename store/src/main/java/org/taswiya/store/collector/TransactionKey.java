package org.taswiya.store.collector;

/// What tells transactions apart.
record TransactionKey(String collector, String number) {}
