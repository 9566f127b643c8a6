/// Bills as rows, written and found again.
///
/// [BillRows] has bills, segments, lines and entries of a batch ready and sends them, numbered by a [BillNumbering].
/// [BilledRange] finds issued bills with what was [Known] when they were billed.
///
/// Invariants: bill and entry numbers have no gap and no double; nothing is changed or added to once it stands. The
/// database itself refuses what breaks them (`V2__bills_and_the_ledger.sql`).
@NullMarked
package org.taswiya.store.bill;

import org.jspecify.annotations.NullMarked;
