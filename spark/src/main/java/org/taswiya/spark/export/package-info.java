/// Writes the accounts of a cycle from PostgreSQL into files that a run bills.
///
/// An [ExportRun] cuts the accounts into ranges and writes a file for each, side by side, with the queries of the run
/// on one machine: so both engines bill the very same inputs.
///
/// Words: a *range* is some accounts that follow each other; `_cycle.txt` says which cycle the files are of, and is
/// written when all of them are there.
///
/// Invariants: a file is complete or not there; an export that was killed goes on where it was. Nobody bills in the
/// database meanwhile: the export holds the lock that a billing run needs.
///
/// Not here: what the columns are (input), billing.
@NullMarked
package org.taswiya.spark.export;

import org.jspecify.annotations.NullMarked;
