package org.taswiya.deliver.print;

import java.util.regex.Pattern;

/// What stands in a cell of a table, with the mark that it may begin with, which is drawn rather than set.
record CellText(String cell) {
    private static final String MARKS = "▨■□";

    /// Between a word and the number that ends a cell, such as that of a block.
    private static final Pattern BEFORE_NUMBER = Pattern.compile(" (?=\u2066?\\d{1,3}\u2069?$)");

    boolean isMarked() {
        return !cell.isEmpty() && MARKS.indexOf(cell.charAt(0)) >= 0;
    }

    char mark() {
        return cell.charAt(0);
    }

    String words() {
        return isMarked() ? cell.substring(1).strip() : cell;
    }

    /// The same for more lines than one: no line is a number alone.
    String inLines() {
        return BEFORE_NUMBER.matcher(words()).replaceAll("\u00A0");
    }
}
