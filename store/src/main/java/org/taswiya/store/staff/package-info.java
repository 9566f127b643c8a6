/// People of the utility who sign in to the agents' console.
///
/// [Staff] adds, disables and resets them; [StaffDoor] says what somebody has to prove and keeps what they proved;
/// [StaffTrail] is what they did and looked at; [TrailCheck] says whether anybody has changed it since.
///
/// [KnownStaff] is what the provider of the utility calls them.
///
/// Words: a *ticket* is a code by which somebody chooses a password themselves, once; a *right* is what a role may do,
/// a row of `staff_right`. The *chain* of the trail is that each row bears a digest of itself and of the digest before
/// it; the last one is its *head*. A *staff key* is what second factors are encrypted by ([StaffKey]); [KeptFactors]
/// says how many are not.
///
/// Invariants: nobody sets a password for somebody else. The newest ticket of somebody counts, and the password chosen
/// by it alone: a reset ends the one before at once. A code of the second factor is used once. Nothing is changed or
/// deleted.
///
/// Not here: how passwords are hashed and what a browser keeps (whoever serves pages).
@NullMarked
package org.taswiya.store.staff;

import org.jspecify.annotations.NullMarked;
