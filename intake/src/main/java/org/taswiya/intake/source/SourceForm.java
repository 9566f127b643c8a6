package org.taswiya.intake.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the bytes of a file are rows and fields.
///
/// @param quote around fields that hold a delimiter or a line break, doubled where it is meant itself; 0 for none
/// @param hasHeader whether the first row names the columns
/// @param endsEachLine whether the last row ends with a line's end like all others; one without may have been cut
public record SourceForm(Charset charset, char delimiter, char quote, boolean hasHeader, boolean endsEachLine) {

    /// Whether a character may be two bytes, one of which looks like a delimiter; such files are read as UTF-8.
    boolean isWide() {
        return charset.name().startsWith("UTF-16");
    }

    /// The charset of the bytes that a reader walks through.
    Charset walked() {
        return isWide() ? StandardCharsets.UTF_8 : charset;
    }
}
