/// The books as a whole: counted, measured, digested, and as a regulator asks for them.
///
/// [BooksDigest] is one number for all that was billed and booked: equal books have equal digests. [BooksTotals]
/// counts what an old system's control totals are about, [BooksStatistics] how much there is and how large it is,
/// [RegulatorFigures] what is reported.
///
/// Invariants: every answer is of one state of the database.
///
/// Not here: anything that writes.
@NullMarked
package org.taswiya.store.books;

import org.jspecify.annotations.NullMarked;
