package org.taswiya.web.round;

import java.util.Optional;
import java.util.UUID;

/// The id of an entry in an address.
final class EntryId {
    private static final String SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private EntryId() {}

    /// Empty for what is none, which then stands in no log either.
    static Optional<UUID> parse(String text) {
        return text.matches(SHAPE) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
