package org.taswiya.run.receiving;

import org.taswiya.store.receiving.ImportTotals;

/// Is told how far an import is.
public interface ImportListener {
    /// A batch stands in the books.
    ///
    /// @param soFar of the whole import
    /// @param share of the file that is read, in thousandths
    default void committed(ImportTotals soFar, long share) {}

    /// Somebody bills; the import goes on when that has ended.
    default void waiting() {}
}
