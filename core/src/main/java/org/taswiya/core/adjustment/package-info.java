/// What is taken off or put on what an account owes, other than by bills and payments.
///
/// An [Adjustment] has a signed amount, a reason, an evidence. [AdjustmentRules] are the utility's reasons, each an
/// [AdjustmentReason] with the account that bears it, and what an author may decide alone. [BilledParts] divides an
/// amount as a bill is divided, so that revenue and taxes fall with it; [AdjustmentPosting] is the entry.
///
/// Words: an adjustment *lowers* what is owed (below zero) or *raises* it (above).
///
/// Invariants: parts sum to the amount; the tax of each rate is reckoned on its whole part; an entry balances.
///
/// Not here: what is open and what settles it (receivables), who has decided what (store).
@NullMarked
package org.taswiya.core.adjustment;

import org.jspecify.annotations.NullMarked;
