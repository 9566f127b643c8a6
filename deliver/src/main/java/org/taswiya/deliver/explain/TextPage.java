package org.taswiya.deliver.explain;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;

/// A page of plain text: headings, paragraphs and tables in lines of limited width, from the left or from the right.
final class TextPage {

    static final int WIDTH = 92;
    private static final int INDENT = 2;

    /// Tells a reader that lays text out by its first letter that the line runs from the right.
    private static final char RIGHT_TO_LEFT_MARK = '\u200F';

    private static final String BOLD = "\u001B[1m";
    private static final String ACCENT = "\u001B[1;36m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean rightToLeft;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder(8192);

    TextPage(Language language, boolean colour) {
        this.rightToLeft = language == Language.AR;
        this.colour = colour;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    /// How many cells of a terminal a text takes: marks above letters and marks of direction take none.
    static int width(String text) {
        return (int) text.codePoints().filter(TextPage::takesACell).count();
    }

    private static boolean takesACell(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT;
    }

    void title(String text) {
        line(text, BOLD);
    }

    /// The one thing that must be seen first.
    void result(String text) {
        line("┃ " + text, ACCENT);
    }

    void heading(String text) {
        blank();
        line(text, BOLD);
    }

    void blank() {
        out.append('\n');
    }

    /// Words in as many lines as they need.
    void paragraph(String text) {
        for (String line : wrapped(text, WIDTH)) {
            line(line, "");
        }
    }

    /// A line that is laid out already, set in a little.
    void row(String text) {
        line(" ".repeat(INDENT) + text.stripTrailing(), "");
    }

    private void line(String text, String style) {
        if (rightToLeft) {
            out.append(RIGHT_TO_LEFT_MARK);
        }
        boolean styled = colour && !style.isEmpty();
        out.append(styled ? style : "").append(text).append(styled ? PLAIN : "").append('\n');
    }

    /// Cuts at spaces only; a no-break space keeps amounts and dates whole.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
