package org.taswiya.intake.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Rows given back as bytes of their own file's form, with two columns more: the line and the reason.
public final class AnsweredRows {
    private final SourceForm form;
    private boolean isBegun;

    public AnsweredRows(SourceForm form) {
        this.form = form;
    }

    /// @param raw the header as it stands in the file, a character a byte; empty without one
    public byte[] header(String raw) {
        return raw.isEmpty() ? new byte[0] : line(raw, SourceHeader.LINE, SourceHeader.REASON);
    }

    /// @param raw the row as it stands in the file, a character a byte
    public byte[] row(String raw, long line, String reason) {
        return line(raw, Long.toString(line), quoted(reason));
    }

    private byte[] line(String raw, String line, String reason) {
        String own = new String(raw.getBytes(StandardCharsets.ISO_8859_1), form.walked());
        String text = own + form.delimiter() + line + form.delimiter() + reason + "\n";
        if (form.isWide()) {
            return wide(text);
        }
        // The row keeps its bytes even where they are no text; what is added is put in the same charset.
        byte[] added = text.substring(own.length()).getBytes(form.charset());
        byte[] bytes = new byte[raw.length() + added.length];
        System.arraycopy(raw.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, raw.length());
        System.arraycopy(added, 0, bytes, raw.length(), added.length);
        return bytes;
    }

    /// The mark of the byte order stands once, at the beginning.
    private byte[] wide(String text) {
        boolean hasMark = form.charset().equals(StandardCharsets.UTF_16);
        Charset charset = hasMark && isBegun ? StandardCharsets.UTF_16BE : form.charset();
        isBegun = true;
        return text.getBytes(charset);
    }

    private String quoted(String reason) {
        String plain = reason.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (form.quote() == 0) {
            return plain.replace(form.delimiter(), ' ');
        }
        String quote = String.valueOf(form.quote());
        return quote + plain.replace(quote, quote + quote) + quote;
    }
}
