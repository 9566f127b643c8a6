/// Commands that close months.
///
/// `close` books what a month lacks and closes it, `close list` tells which are closed.
///
/// Words: what is *accrued* is booked on the last day of a month and taken back on the day after.
///
/// Invariants: a trial writes nothing; the same books and the same month give the same figures.
///
/// Not here: how what is unbilled is found (run), what the ledger says (books).
@NullMarked
package org.taswiya.cli.closing;

import org.jspecify.annotations.NullMarked;
