package org.taswiya.store.receiving;

import java.time.LocalDate;
import org.taswiya.store.Change;

/// An import as it was begun.
///
/// @param file the path of the file
/// @param length of the file in bytes, as it lies there
/// @param digest SHA-256 over these, in hexadecimal
/// @param mapping the mapping's name
/// @param mappingText the mapping itself
/// @param kind what the file brings
/// @param on the day after which nothing can have happened yet
/// @param isChecked whether readings are judged beside what their registers let expect
/// @param header the first row of the file, a character a byte; empty without a header
/// @param why who began it, when and why; every change of it says the same
public record StoredImport(
        long id,
        String file,
        long length,
        String digest,
        String mapping,
        String mappingText,
        String kind,
        LocalDate on,
        int rowsPerBatch,
        boolean isChecked,
        String header,
        Change why) {

    /// The same under its number.
    StoredImport withId(long number) {
        return new StoredImport(
                number, file, length, digest, mapping, mappingText, kind, on, rowsPerBatch, isChecked, header, why);
    }
}
