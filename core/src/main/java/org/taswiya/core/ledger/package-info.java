/// Double entry: balanced, immutable journal entries and what they sum to.
///
/// A [JournalEntry] has two or more postings that sum to zero: debits above zero, credits below. It is never changed;
/// a mistake is answered by its [JournalEntry#reversed] mirror. Its key says what it was made for, so that the same
/// event never books twice.
///
/// The ledger is a leaf: it knows nothing of bills, meters or payments. Each room that has an event to book holds the
/// rule that turns it into an entry, next to the event.
@NullMarked
package org.taswiya.core.ledger;

import org.jspecify.annotations.NullMarked;
