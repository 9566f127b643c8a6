package org.taswiya.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines in columns: the first to the left, all others to the right, each as wide as it must be.
public final class TextTable {
    private static final String BETWEEN = "  ";

    private final Look look;
    private final String indent;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(Look look, String indent, String... head) {
        this.look = look;
        this.indent = indent;
        this.head = List.of(head);
    }

    public TextTable row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("Row " + Arrays.toString(cells) + " does not fit the head " + head);
        }
        rows.add(List.of(cells));
        return this;
    }

    /// The head in accent, then the rows.
    public List<String> lines() {
        int[] widths = new int[head.size()];
        widen(widths, head);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(look.accent(line(widths, head)));
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? cells.get(i) + space : BETWEEN + space + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
