package org.taswiya.intake.source;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.source.RowFields.Refusal;
import org.taswiya.intake.source.RowReader.RowFault;

/// Makes rows of a file what they say, one after the other.
public final class RowParser {
    private final SourceHeader header;
    private final RowReader row;
    private final int fieldsLeast;
    private final RowShapes shapes;
    private final boolean endsEachLine;

    private RowParser(SourceMapping mapping, SourceHeader header, RowReader row) {
        this.header = header;
        this.row = row;
        this.endsEachLine = mapping.form().endsEachLine();
        this.fieldsLeast = 1
                + header.places().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        this.shapes = new RowShapes(mapping, new RowFields(mapping, header, row));
    }

    /// Reads the header, if there is one.
    ///
    /// @throws SourceRefused when a column that the mapping names is not there
    public static RowParser of(Path path, RowReader reader, SourceMapping mapping) throws IOException {
        return new RowParser(mapping, SourceHeader.read(path, reader, mapping), reader);
    }

    /// The header as it stands in the file, without columns that an import added, a character for each byte.
    public String header() {
        return header.raw();
    }

    /// Whether what a field says that the mapping reads may have been longer.
    private boolean mayBeCut(int field) {
        return endsEachLine && row.isOpenEnded(field) && header.places().containsValue(field);
    }

    /// What the row says on which the reader stands.
    public ParsedRow row() {
        RowFault fault = row.fault();
        int own = fault == null ? header.own(row) : row.fields();
        String raw = row.raw(own);
        if (fault != null) {
            return new RefusedRow(row.line(), fault.reason(), "field " + (fault.field() + 1), fault.found(), raw);
        }
        boolean isComplete = header.fields() > 0 ? own == header.fields() : own >= fieldsLeast;
        if (!isComplete) {
            String expected = header.fields() > 0 ? "" + header.fields() : "at least " + fieldsLeast;
            String found = "found " + own + (own == 1 ? " field" : " fields") + ", expected " + expected;
            return new RefusedRow(row.line(), RowReason.FIELD_COUNT, "", found, raw);
        }
        try {
            SourceRow parsed = shapes.row();
            return mayBeCut(own - 1)
                    ? new RefusedRow(
                            row.line(),
                            RowReason.NO_LINE_END,
                            "field " + own,
                            "the file ends behind " + Quoted.of(row.text(own - 1))
                                    + " without the end of a line: it may have been cut",
                            raw)
                    : new AcceptedRow(row.line(), parsed, raw);
        } catch (Refusal refusal) {
            return new RefusedRow(row.line(), refusal.reason, refusal.column, refusal.found, raw);
        }
    }
}
