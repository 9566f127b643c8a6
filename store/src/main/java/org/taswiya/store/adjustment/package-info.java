/// What is taken off or put on what accounts owe, and who has decided it.
///
/// [Adjustments] is what people do: ask, approve, refuse, reverse; [AdjustmentBooks] books one in the caller's
/// transaction, also for rules that give a fee or a rebate; [AdjustmentRows] are its rows, [BilledShares] how a bill is
/// divided. [Disputes] is what customers do not accept, and what was answered.
///
/// Invariants: an adjustment, its entry and what it settles stand together or not at all; above the author's limit
/// nobody approves what they have asked for, which the database refuses too (`V23__what_is_adjusted.sql`); the same key
/// counts once.
///
/// Not here: reasons and parts (core), what is open (store/receivables).
@NullMarked
package org.taswiya.store.adjustment;

import org.jspecify.annotations.NullMarked;
