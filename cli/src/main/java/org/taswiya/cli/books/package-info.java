/// Commands that read the books as a whole and write nothing.
///
/// `ledger` shows balances and exports entries, `figures` says what a regulator asks for, `books` how much there is
/// and how large it is.
///
/// Invariants: the same books give the same bytes; all of an answer is of one state of the database.
///
/// Not here: the forms of exported journals (deliver).
@NullMarked
package org.taswiya.cli.books;

import org.jspecify.annotations.NullMarked;
