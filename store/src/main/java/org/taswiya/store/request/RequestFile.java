package org.taswiya.store.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A file that somebody shows with a request.
///
/// @param content of a picture drawn anew, of a document as it came
@SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
public record RequestFile(Kind kind, byte[] content) {
    /// As many bytes as one may have.
    public static final int BYTES_MOST = 4 * 1024 * 1024;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_END = "%%EOF";
    private static final int PDF_END_WITHIN = 2_048;

    /// What a file is.
    public enum Kind {
        JPEG,
        PDF;

        /// As the books have it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /// What it is by its first and last bytes, whatever it is called; empty for anything else, and for half of one.
        public static Optional<Kind> of(byte[] content) {
            if (startsWith(content, RequestFile.JPEG)) {
                return Optional.of(JPEG);
            }
            return startsWith(content, RequestFile.PDF) && hasPdfEnd(content) ? Optional.of(PDF) : Optional.empty();
        }

        private static boolean startsWith(byte[] content, byte[] start) {
            return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
        }

        private static boolean hasPdfEnd(byte[] content) {
            int from = Math.max(0, content.length - PDF_END_WITHIN);
            return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains(PDF_END);
        }
    }

    public RequestFile {
        if (content.length == 0 || content.length > BYTES_MOST) {
            throw new IllegalArgumentException("A file of " + content.length + " bytes");
        }
    }

    /// One that is kept, without what is in it.
    ///
    /// @param ordinal among those of its request
    /// @param step with which it came, the first one 1
    public record Kept(int ordinal, int step, Kind kind, int bytes) {}
}
