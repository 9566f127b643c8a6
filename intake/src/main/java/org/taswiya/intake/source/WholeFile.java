package org.taswiya.intake.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Whether a packed file has all of its bytes. What was cut on its way is known only at its end, when much of it would
/// be in the books already.
public final class WholeFile {
    private static final int BUFFER_LENGTH = 1 << 16;

    private WholeFile() {}

    /// @throws SourceRefused when the file is gzip, and cut short or damaged
    /// @throws IOException when it cannot be read
    public static void require(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_LENGTH)) {
            if (SourceBytes.isGzip(in)) {
                new GZIPInputStream(in, BUFFER_LENGTH).transferTo(OutputStream.nullOutputStream());
            }
        } catch (EOFException cut) {
            throw refused(path, "ends before its end: it was cut short on its way", cut);
        } catch (ZipException damaged) {
            throw refused(path, "is damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    private static SourceRefused refused(Path path, String found, IOException cause) {
        SourceRefused refused = new SourceRefused(
                path + " is packed by gzip and " + found + ". Nothing of it was taken in; fetch the file again.");
        refused.initCause(cause);
        return refused;
    }
}
