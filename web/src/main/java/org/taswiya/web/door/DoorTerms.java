package org.taswiya.web.door;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How people get in.
///
/// @param self how they reach these pages; null for the address that is listened on
/// @param breached passwords that thieves have
public record DoorTerms(@Nullable URI self, BreachedPasswords breached) {
    /// Of whoever says nothing.
    public static final DoorTerms USUAL = new DoorTerms(null, BreachedPasswords.NONE);
}
