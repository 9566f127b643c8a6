package org.taswiya.store.billing;

import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.CustomerClass;

/// What the checks ask about the accounts of a batch and no bill depends on.
///
/// @param classes by account, the class of its customer; empty when nobody asked
/// @param waiting by account, agreements outside of this run whose bill waits
record Around(Map<String, CustomerClass> classes, Map<String, List<String>> waiting) {
    /// Nobody asks.
    static final Around NOTHING = new Around(Map.of(), Map.of());

    Around {
        classes = Map.copyOf(classes);
        waiting = Map.copyOf(waiting);
    }
}
