package org.taswiya.run.receiving;

import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.StoredImport;

/// Is told how far an import is.
public interface ImportListener {
    /// A batch stands in the books.
    ///
    /// @param soFar of the whole import
    /// @param share of the file that is read, in thousandths
    default void committed(ImportTotals soFar, long share) {}

    /// The file was imported before by this mapping, and nothing is left of it to do.
    default void isDone(StoredImport before) {}

    /// An import of this file that did not end goes on, for the day for which it was begun.
    default void goesOn(StoredImport begun) {}

    /// Somebody bills; the import goes on when that has ended.
    default void waiting() {}
}
