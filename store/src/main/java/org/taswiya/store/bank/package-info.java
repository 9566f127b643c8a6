/// Accounts at banks as the books keep them: what statements told, what became of it, what banks are asked to do.
///
/// [BankBatch] takes entries into the books, each once; [WorkList] shows what waits for a person, with proposals, and
/// [BankDecisions] takes the person's word; [BankBalance] compares ledger and statement. Refunds and direct debits are
/// orders to a bank, written out as a file and told of by a later statement.
///
/// Invariants: every transaction of an entry is booked in the same moment in which it is kept, to whom it is or to
/// suspense, so the ledger has what the bank has; the same entry told again changes nothing; nothing is ever changed,
/// what becomes of a row is a row of its own. A change is written down before the series of entries is taken, as
/// everywhere.
///
/// Not here: the form of files (intake, deliver); what texts and names mean (core).
@NullMarked
package org.taswiya.store.bank;

import org.jspecify.annotations.NullMarked;
