/// What customers ask for or complain of, step by step, and what they are answered.
///
/// [Requests] records them and what becomes of them, [RequestAdditions] what is added later, also files
/// ([RequestFiles]); [StoredRequest] is one with its steps; [RequestRows] is how both are rows. An answer is
/// written, announced and queued as a message in one transaction.
///
/// Invariants: a request and its steps are never edited; the last step says how it stands; whoever does something about
/// it says what they have seen, and is refused when something else was done meanwhile. What was typed goes with the
/// customer's name when that is erased.
///
/// Not here: which kinds and letters there are ([org.taswiya.core.care]); who looks after one
/// ([org.taswiya.store.work]).
@NullMarked
package org.taswiya.store.request;

import org.jspecify.annotations.NullMarked;
