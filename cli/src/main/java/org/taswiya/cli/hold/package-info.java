/// Commands about agreements whose bill waits for a person.
///
/// `hold list` says why each waits; `hold release` lets the next bill out, `hold correct` puts a reading right,
/// `hold re-estimate` has it estimated in another way. Several are chosen by the same filter by which they are
/// listed.
///
/// Invariants: whatever is decided has an author and a reason, and can be looked at before it is done.
///
/// Not here: what holds a bill (core), what a decision writes (store).
@NullMarked
package org.taswiya.cli.hold;

import org.jspecify.annotations.NullMarked;
