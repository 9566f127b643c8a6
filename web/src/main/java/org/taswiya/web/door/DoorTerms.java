package org.taswiya.web.door;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How people get in.
///
/// @param self how they reach these pages; null for the address that is listened on
/// @param breached passwords that thieves have
/// @param provider that signs in staff; null for none
/// @param areStaffLocal whether staff sign in here too, by a password and a code
/// @param work of a hash of a password
public record DoorTerms(
        @Nullable URI self,
        BreachedPasswords breached,
        @Nullable StaffProvider provider,
        boolean areStaffLocal,
        HashWork work) {
    /// Of whoever says nothing.
    public static final DoorTerms USUAL = new DoorTerms(null, BreachedPasswords.NONE, null, true, HashWork.USUAL);
}
