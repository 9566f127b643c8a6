package org.taswiya.intake.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
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

    /// Of a charset whose characters are wide.
    private static final int CHARACTER_LENGTH_MOST = 2;

    private WholeFile() {}

    /// @throws SourceRefused when the file is gzip, and cut short or damaged
    /// @throws IOException when it cannot be read
    public static void require(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_LENGTH)) {
            if (SourceBytes.isGzip(in)) {
                Members members = new Members(new Counted(in));
                members.transferTo(OutputStream.nullOutputStream());
                if (members.end() != Files.size(path)) {
                    throw new ZipException("what follows byte " + members.end() + " is nothing that gzip has packed");
                }
            }
        } catch (EOFException cut) {
            throw refused(path, "ends before its end: it was cut short on its way", cut);
        } catch (ZipException damaged) {
            throw refused(path, "is damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    /// Whether a plain file ends with the end of a line, as most programs write it; one without may have been cut. What
    /// gzip has packed is known to be whole.
    ///
    /// @throws IOException when it cannot be read
    public static boolean endsWithALine(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_LENGTH)) {
            if (SourceBytes.isGzip(in)) {
                return true;
            }
            in.skipNBytes(Math.max(0, Files.size(path) - CHARACTER_LENGTH_MOST));
            byte[] last = in.readAllBytes();
            return last.length == 0 || last[last.length - 1] == '\n' || last[0] == '\n' && last[last.length - 1] == 0;
        }
    }

    /// A file may be several packed ones, one behind the other. The JDK's reader takes whatever it cannot read behind
    /// one of them for the end of all; this one knows where the last one that it could read ends.
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER_LENGTH = 8;

        private final Counted counted;
        private long filledTo;

        Members(Counted in) throws IOException {
            super(in, BUFFER_LENGTH);
            this.counted = in;
            this.filledTo = in.count;
        }

        @Override
        protected void fill() throws IOException {
            super.fill();
            filledTo = counted.count;
        }

        /// Behind the last member, once all is read.
        long end() {
            return filledTo - inf.getRemaining() + TRAILER_LENGTH;
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count += Math.max(read, 0);
            return read;
        }
    }

    private static SourceRefused refused(Path path, String found, IOException cause) {
        SourceRefused refused = new SourceRefused(
                path + " is packed by gzip and " + found + ". Nothing of it was taken in; fetch the file again.");
        refused.initCause(cause);
        return refused;
    }
}
