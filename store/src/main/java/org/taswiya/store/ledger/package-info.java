/// Journal entries as rows: written, read, summed.
///
/// [EntryRows] writes entries, numbered by a [NumberSeries]; [Ledger] reads entries and balances.
///
/// Invariants: an entry balances, numbers have no gap and no double, nothing is changed once it stands. The
/// database itself refuses what breaks them (`V2__bills_and_the_ledger.sql`).
///
/// Not here: what an event books (core, beside the event).
@NullMarked
package org.taswiya.store.ledger;

import org.jspecify.annotations.NullMarked;
