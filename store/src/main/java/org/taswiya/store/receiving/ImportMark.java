package org.taswiya.store.receiving;

import org.jspecify.annotations.Nullable;

/// Where an import is after a batch.
///
/// @param batch counted from one; zero before the first
/// @param nextByte of the unpacked file, where the next row begins; zero before the first batch
/// @param retried the rejected row up to which waiting ones were tried again; null while the file is read
public record ImportMark(
        int batch, long nextByte, long nextLine, @Nullable RowPlace retried, boolean isLast) {
    public static final ImportMark BEGINNING = new ImportMark(0, 0, 1, null, false);

    /// A row of an import.
    public record RowPlace(long of, long line) {
        /// Before all of them.
        public static final RowPlace FIRST = new RowPlace(0, 0);
    }
}
