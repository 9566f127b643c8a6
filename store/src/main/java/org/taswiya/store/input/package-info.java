/// What the bills of a batch of accounts are made from.
///
/// [BillingInputs] reads everything that they depend on, in a few queries whatever the number of accounts;
/// [CycleAccounts] says whose a cycle looks at. [FormerBills] are those of the old system.
///
/// Words: the *gap* is what has to be looked at for the next bill, from the last actual reading up to which
/// everything is
/// settled; a *reopening* sets that day back, because a bill was cancelled or a reading corrected.
///
/// Not here: what a bill comes to (core), the order of batches and what happens after a kill (run).
@NullMarked
package org.taswiya.store.input;

import org.jspecify.annotations.NullMarked;
