/// Commands that suspend an activity for an area and dates.
///
/// `suspension start` stops reading, delivery, collection or disconnection on a legal ground, `suspension end` ends
/// it, `suspension list` shows what holds, `suspension invite` asks customers for their own readings meanwhile.
///
/// Invariants: each says what it changes before and after it is done; an end leaves nothing behind.
///
/// Not here: what is estimated meanwhile, and how (core).
@NullMarked
package org.taswiya.cli.suspension;

import org.jspecify.annotations.NullMarked;
