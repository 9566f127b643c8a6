package org.taswiya.intake.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/// The characters of an XML file, watched before the parser sees them: it keeps a whole tag, comment or document type
/// in memory, however long a file makes it.
final class BoundedMarkup extends FilterReader {
    /// From one `<` to the next; within a comment or the like, to its end.
    static final int LENGTH_MAX = 1 << 18;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String COMMENT = "<!--";
    private static final String CHARACTERS = "<![CDATA[";

    /// In which of them we are.
    private enum Kind {
        PLAIN,
        OPENING,
        COMMENT,
        CHARACTERS,
        INSTRUCTION
    }

    private final XmlRefusals refusals;
    private final StringBuilder opening = new StringBuilder();
    private Kind kind = Kind.PLAIN;
    private char last;
    private char lastButOne;
    private int run;
    private long line = 1;
    private boolean isAtEnd;
    private boolean hasBegun;

    BoundedMarkup(Reader in, XmlRefusals refusals) {
        super(in);
        this.refusals = refusals;
    }

    /// Whether the parser has asked for more than there is.
    boolean isAtEnd() {
        return isAtEnd;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(into, offset, length);
        } catch (CharacterCodingException _) {
            throw refusals.refused(
                    line, XmlFault.BAD_ENCODING, "found bytes that are no text in UTF-8 below this line");
        }
        isAtEnd |= count < 0;
        if (!hasBegun && count > 0) {
            hasBegun = true;
            if (into[offset] == BYTE_ORDER_MARK) {
                into[offset] = ' ';
                if (count == 1) {
                    return read(into, offset, length);
                }
                System.arraycopy(into, offset + 1, into, offset, --count);
            }
        }
        for (int i = 0; i < count; i++) {
            see(into[offset + i]);
        }
        return count;
    }

    private void see(char c) {
        switch (kind) {
            case PLAIN -> plain(c);
            case OPENING -> opening(c);
            case COMMENT -> close(c, '-', '-');
            case CHARACTERS -> close(c, ']', ']');
            case INSTRUCTION -> close(c, lastButOne, '?');
        }
        if (c == '\n') {
            line++;
        }
        if (++run > LENGTH_MAX) {
            throw refusals.refused(
                    line, XmlFault.TOO_LONG, "found a tag or a text of more than " + LENGTH_MAX + " characters");
        }
    }

    private void plain(char c) {
        if (c == '<') {
            run = 0;
            opening.setLength(0);
            opening.append(c);
            kind = Kind.OPENING;
        }
    }

    private void opening(char c) {
        opening.append(c);
        String seen = opening.toString();
        if (seen.equals("<!D")) {
            throw refusals.refused(line, XmlFault.HAS_DOCUMENT_TYPE, "found a document type, expected none");
        }
        if (seen.equals("<?")) {
            enter(Kind.INSTRUCTION);
        } else if (seen.equals(COMMENT)) {
            enter(Kind.COMMENT);
        } else if (seen.equals(CHARACTERS)) {
            enter(Kind.CHARACTERS);
        } else if (!COMMENT.startsWith(seen) && !CHARACTERS.startsWith(seen)) {
            kind = Kind.PLAIN;
        }
    }

    private void enter(Kind next) {
        kind = next;
        last = 0;
        lastButOne = 0;
    }

    private void close(char c, char third, char second) {
        if (c == '>' && last == second && lastButOne == third) {
            kind = Kind.PLAIN;
        }
        lastButOne = last;
        last = c;
    }
}
