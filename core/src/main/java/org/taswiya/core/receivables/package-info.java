/// What customers owe, what they pay, and which of the one settles which of the other.
///
/// An [OpenItem] is what is owed on one document; a [Credit] is money of the customer's that settles nothing yet:
/// what a [Payment] left over, a bill below zero, a credit of the old system. An [Allocation] takes money from a
/// payment or a credit to an item. [Receivables] says where money goes; [ReceivablesPosting] how each event is
/// booked.
///
/// Invariants: an item is never open below zero or above its amount, and a credit has never more left than it was;
/// the open items of an account sum to its balance of `assets:receivable`, its credits to what it has in
/// `liabilities:customer-credit`; what is handed over is what is allocated, the stamp duty on it, and a credit. The
/// order in which items are settled and credits used is total.
///
/// Not here: what a bill comes to (billing), instalments (arrangement), reminders (dunning), how anything is kept
/// (store). Bills never see receivables.
@NullMarked
package org.taswiya.core.receivables;

import org.jspecify.annotations.NullMarked;
