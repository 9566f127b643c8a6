package org.taswiya.deliver.explain;

import java.util.List;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;

/// A table as plain text, in columns as wide as their widest cell.
///
/// From the right, a column of figures begins where it ends from the left: the last digits of a column stand under each
/// other either way.
final class TextTable {

    private static final String GAP = "  ";

    private final Table table;
    private final int[] widths;

    private TextTable(Table table) {
        this.table = table;
        this.widths = new int[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            for (List<String> row : table.heads()) {
                widths[i] = Math.max(widths[i], TextPage.width(row.get(column)));
            }
            for (List<String> row : table.rows()) {
                widths[i] = Math.max(widths[i], TextPage.width(row.get(column)));
            }
        }
    }

    static void print(Table table, TextPage page) {
        new TextTable(table).print(page);
    }

    private void print(TextPage page) {
        int whole = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            whole += width;
        }
        table.heads().forEach(head -> page.row(line(head, page)));
        page.row("─".repeat(whole));
        for (int i = 0; i < table.rows().size(); i++) {
            if (table.isTotal(i)) {
                page.row("─".repeat(whole));
            }
            page.row(line(table.rows().get(i), page));
        }
    }

    private String line(List<String> cells, TextPage page) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - TextPage.width(cells.get(i)));
            boolean padBefore = table.columns().get(i) == Column.FIGURES && !page.isRightToLeft();
            line.append(i == 0 ? "" : GAP)
                    .append(padBefore ? padding : "")
                    .append(cells.get(i))
                    .append(padBefore ? "" : padding);
        }
        return line.toString();
    }
}
