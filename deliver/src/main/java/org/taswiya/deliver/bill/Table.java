package org.taswiya.deliver.bill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Rows under a head, whatever they are written on.
public final class Table {

    /// What a column holds.
    public enum Column {
        WORDS,
        FIGURES
    }

    private final List<Column> columns;
    private final List<List<String>> heads = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int total = -1;

    /// @param heads one for each column, `|` between the lines of one
    public Table(List<Column> columns, List<String> heads) {
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

    /// Some of the rows under the same head; no total.
    ///
    /// @param from the first of them
    /// @param to the one after the last
    public Table part(int from, int to) {
        Table part = new Table(columns, List.of());
        part.heads.clear();
        part.heads.addAll(heads);
        part.rows.addAll(rows.subList(from, to));
        return part;
    }

    /// A cell for each column; empty text for an empty one.
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// The row under the line.
    public void total(String... cells) {
        total = rows.size();
        row(cells);
    }

    public List<Column> columns() {
        return columns;
    }

    /// The lines of the head, each with a cell for each column.
    public List<List<String>> heads() {
        return Collections.unmodifiableList(heads);
    }

    /// The head of one column in one line.
    public String head(int column) {
        return String.join(" ", heads.stream().map(line -> line.get(column)).toList())
                .strip();
    }

    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /// Whether a row is the one under the line.
    public boolean isTotal(int row) {
        return row == total;
    }
}
