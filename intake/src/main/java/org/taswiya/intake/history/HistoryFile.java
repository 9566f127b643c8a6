package org.taswiya.intake.history;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.taswiya.intake.history.HistoryRows.Columns;
import org.taswiya.intake.json.Quoted;

/// A file of `meter,class,from,to,quantity`.
///
/// Its first line names the fields, in any order and with others between them; whether it is gzip is seen from its
/// first bytes. It is UTF-8.
public final class HistoryFile {

    private static final int BUFFER_LENGTH = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final boolean isOfBilled;

    /// A file of what meters showed: a period that begins before the last one ends is refused.
    public HistoryFile(Path path) {
        this(path, false);
    }

    private HistoryFile(Path path, boolean isOfBilled) {
        this.path = path;
        this.isOfBilled = isOfBilled;
    }

    /// A file of what was billed: its periods may overlap, and its rows stand in any order; all of it is held in memory
    /// until the end.
    public static HistoryFile ofBilled(Path path) {
        return new HistoryFile(path, true);
    }

    /// Reads the whole file.
    ///
    /// @param each is given one meter after the other, in the order of their first rows
    /// @throws HistoryFault when the file ends early or has no such header
    /// @throws IOException when it cannot be read
    public HistoryCount read(Consumer<MeterHistory> each) throws IOException {
        try (InputStream in = open();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER_LENGTH)) {
            String header = lines.readLine();
            HistoryRows rows = new HistoryRows(columns(header == null ? "" : header), isOfBilled, each);
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(line, number);
                }
            }
            return rows.end();
        } catch (EOFException | ZipException broken) {
            throw new HistoryFault(path + " is a broken gzip file, which ends early or holds something else", broken);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_LENGTH);
        try {
            in.mark(2);
            boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            return gzip ? new GZIPInputStream(in, BUFFER_LENGTH) : in;
        } catch (IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    private Columns columns(String header) throws IOException {
        String names = header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header;
        Columns columns = Columns.of(CsvLine.fields(names));
        if (columns == null) {
            throw new HistoryFault(
                    path + ":1: found " + Quoted.of(names) + ", expected the header meter,class,from,to,quantity",
                    null);
        }
        return columns;
    }
}
