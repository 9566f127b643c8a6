package org.taswiya.deliver.explain;

import java.util.ArrayList;
import java.util.List;

/// Rows under a head, in columns as wide as their widest cell.
///
/// From the right, a column of figures begins where it ends from the left: the last digits of a column stand under each
/// other either way.
final class TextTable {

    private static final String GAP = "  ";

    /// What a column holds.
    enum Column {
        WORDS,
        FIGURES
    }

    private final List<Column> columns;
    private final List<List<String>> heads = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int total = -1;

    /// @param heads one for each column, `|` between the lines of one
    TextTable(List<Column> columns, List<String> heads) {
        this.columns = List.copyOf(columns);
        int lines = 1;
        for (String head : heads) {
            lines = Math.max(lines, head.split("\\|").length);
        }
        for (int i = 0; i < lines; i++) {
            List<String> line = new ArrayList<>();
            for (String head : heads) {
                String[] parts = head.split("\\|");
                line.add(i < parts.length ? parts[i] : "");
            }
            this.heads.add(line);
        }
    }

    /// A cell for each column; empty text for an empty one.
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// The row under the line.
    void total(String... cells) {
        total = rows.size();
        row(cells);
    }

    void print(TextPage page) {
        int[] widths = new int[columns.size()];
        int whole = GAP.length() * (columns.size() - 1);
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            for (List<String> row : heads) {
                widths[i] = Math.max(widths[i], TextPage.width(row.get(column)));
            }
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], TextPage.width(row.get(column)));
            }
            whole += widths[i];
        }
        heads.forEach(head -> page.row(line(head, widths, page)));
        page.row("─".repeat(whole));
        for (int i = 0; i < rows.size(); i++) {
            if (i == total) {
                page.row("─".repeat(whole));
            }
            page.row(line(rows.get(i), widths, page));
        }
    }

    private String line(List<String> cells, int[] widths, TextPage page) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - TextPage.width(cells.get(i)));
            boolean padBefore = columns.get(i) == Column.FIGURES && !page.isRightToLeft();
            line.append(i == 0 ? "" : GAP)
                    .append(padBefore ? padding : "")
                    .append(cells.get(i))
                    .append(padBefore ? "" : padding);
        }
        return line.toString();
    }
}
