package org.taswiya.store.collector;

import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.CollectorMessage;

/// A message and whose it is.
public record ToldMessage(Collector collector, CollectorMessage message) {
    TransactionKey transaction() {
        return new TransactionKey(collector.name(), message.transaction());
    }
}
