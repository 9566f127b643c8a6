/// The books: what bills are made from, and bills with their entries.
///
/// [BillingInputs] reads everything that the bills of a batch of accounts depend on, in a few queries whatever the
/// number of accounts; [CycleAccounts] says whose a cycle looks at. [BillRows] has bills, segments, lines and entries
/// of a batch ready and sends them, numbered by a [BillNumbering]. [RunTable] keeps runs and their checkpoints.
/// [Cancellations] takes bills back. [BilledRange] finds issued bills with what was [Known] when they were billed.
/// [FormerBills] are those of the old system.
/// [Ledger] reads entries and balances. [BooksDigest] is one number for all of it.
///
/// Words: the *gap* is what has to be looked at for the next bill, from the last actual reading up to which
/// everything is settled; a *reopening* sets that day back, because a bill was cancelled or a reading corrected.
///
/// Invariants: bill and entry numbers have no gap and no double; an entry balances; nothing is changed or added to once
/// it stands. The database itself refuses what breaks them (`V2__bills_and_the_ledger.sql`).
///
/// Not here: what a bill comes to (core), the order of batches and what happens after a kill (run).
@NullMarked
package org.taswiya.store.billing;

import org.jspecify.annotations.NullMarked;
