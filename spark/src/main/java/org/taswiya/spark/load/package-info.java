/// Loads the bills of a finished run into tables of PostgreSQL, for those who ask there.
///
/// A [LoadRun] reads the files of a run and writes each [LoadTable] file by file, one transaction each. The tables,
/// stated in `tables.sql`, are in a schema of their own: they are no books. Nothing there is cancelled, settled or
/// paid; what the next cycle is billed from are the books of the run on one machine.
///
/// Words: a *mark* says which run the tables hold.
///
/// Invariants: a file is in a table whole or not at all, and never twice; a load that was killed goes on where it was;
/// a schema holds one run.
///
/// Not here: what is in the files (billing).
@NullMarked
package org.taswiya.spark.load;

import org.jspecify.annotations.NullMarked;
