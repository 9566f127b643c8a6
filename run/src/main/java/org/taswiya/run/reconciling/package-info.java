/// Takes the statements and notifications of banks into the books.
///
/// [StatementRun] checks a whole file first, then takes its entries batch by batch, each batch one transaction.
///
/// Invariants: a file that is refused has written nothing; killed at any moment, the same file again does the rest and
/// counts nothing twice.
///
/// Not here: the form of files (intake), what entries mean and where they are kept (store).
@NullMarked
package org.taswiya.run.reconciling;

import org.jspecify.annotations.NullMarked;
