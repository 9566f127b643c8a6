package org.taswiya.cli.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output for answers, or a file in its place. Unlike [System#out] it tells when nobody reads any more, or the
/// disk is full.
public final class AnswerOutput extends FilterOutputStream {
    private static final int BUFFER_LENGTH = 1 << 16;

    private final String where;
    private final boolean isPiped;

    private AnswerOutput(OutputStream out, String where, boolean isPiped) {
        super(new BufferedOutputStream(out, BUFFER_LENGTH));
        this.where = where;
        this.isPiped = isPiped;
    }

    public static AnswerOutput standard() {
        return new AnswerOutput(new FileOutputStream(FileDescriptor.out), "the answers", isPipe());
    }

    /// A file is read by nobody meanwhile, whatever standard output leads to.
    public static AnswerOutput to(Path file) throws IOException {
        return to(Files.newOutputStream(file), file.toString());
    }

    public static AnswerOutput to(OutputStream out, String where) {
        return new AnswerOutput(out, where, false);
    }

    /// Whoever read the answers has left, as `head` does. Nothing is wrong, and nothing is left to do.
    public static final class ReaderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ReaderGone(IOException cause) {
            super("Nobody reads the answers any more", cause, false, false);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw translated(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw translated(e);
        }
    }

    private IOException translated(IOException failure) {
        if (isPiped) {
            throw new ReaderGone(failure);
        }
        return new IOException("cannot write " + where + ": " + failure.getMessage(), failure);
    }

    /// The system words its message in the user's language; what standard output leads to is the surer sign.
    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
