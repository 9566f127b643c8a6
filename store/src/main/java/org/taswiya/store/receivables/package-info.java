/// What is owed and paid, as the books keep it.
///
/// [AccountRows] reads what accounts owe and have to their credit. A [PaymentBatch] takes payments, one or thousands
/// in one transaction; [Payments] takes one and finds those taken; [Reversals] takes one back; [TakenBackAllocations]
/// frees a bill or an opening item before it is cancelled; [CreditUses] puts credits to what came after them. [Aging]
/// and [LedgerCheck] look at everything.
///
/// Invariants: open items and credits are moved by the database's own triggers, with the payments and allocations
/// that say so (`V16__what_is_owed_and_paid.sql`); a payment, its allocations, its entry and its number stand
/// together or not at all. Whoever moves what is open holds the series of entries first, so one does at a time, and
/// nothing is paid twice. A change is written down before the series is taken, by everybody: so nobody waits in a
/// circle.
///
/// Not here: where money goes and how it is booked (core).
@NullMarked
package org.taswiya.store.receivables;

import org.jspecify.annotations.NullMarked;
