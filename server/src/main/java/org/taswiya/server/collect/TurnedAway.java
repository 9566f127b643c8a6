package org.taswiya.server.collect;

/// What ends a request before the books see it; caught by [CollectDoor] alone.
final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final DoorReason reason;

    TurnedAway(DoorReason reason, String found) {
        super(found, null, false, false);
        this.reason = reason;
    }

    Told told() {
        return Told.of(reason, String.valueOf(getMessage()));
    }
}
