package org.taswiya.run.receiving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RefusedRow;
import org.taswiya.intake.source.RowParser;
import org.taswiya.intake.source.RowReader;

/// Rows that follow each other in a file, each as far as it can be judged alone.
///
/// @param nextByte where the row after them begins
record ParsedBatch(List<AcceptedRow> accepted, List<RefusedRow> refused, long nextByte, long nextLine) {

    int rows() {
        return accepted.size() + refused.size();
    }

    /// The next rows; null when there are no more.
    static @Nullable ParsedBatch read(RowReader reader, RowParser parser, int most) {
        List<AcceptedRow> accepted = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        try {
            while (accepted.size() + refused.size() < most && reader.next()) {
                switch (parser.row()) {
                    case AcceptedRow row -> accepted.add(row);
                    case RefusedRow row -> refused.add(row);
                }
            }
            boolean isEmpty = accepted.isEmpty() && refused.isEmpty();
            return isEmpty ? null : new ParsedBatch(accepted, refused, reader.offset(), reader.nextLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
