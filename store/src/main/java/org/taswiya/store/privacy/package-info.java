/// What the books hold about one customer: to be handed out, and to be erased.
///
/// [CustomerExport] tells all of it, table by table of [ExportedTables]; [LeftOutTables] says why the others tell
/// nothing about a person.
///
/// Words: a table is *exported* when some of its rows are about a customer; what it is *left out* for is a sentence.
///
/// Invariants: every table of the database is exported or left out, and a test fails where one is neither. An export
/// has one state of the books, and no row of another customer: of what stands at a premise it has the days of the
/// customer's own agreements.
///
/// Not here: how the document is written (cli).
@NullMarked
package org.taswiya.store.privacy;

import org.jspecify.annotations.NullMarked;
