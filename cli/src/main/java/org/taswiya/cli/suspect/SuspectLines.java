package org.taswiya.cli.suspect;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.validation.Severity;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.SuspectFinding;

/// The work list as a clerk reads it: a line for each suspect, and below it what was found. What is only noted of a
/// reading is no reason to doubt it and is not here.
final class SuspectLines {
    private static final int WIDTH = 120;
    private static final String INDENT = "    ";
    private static final List<Boolean> TO_THE_RIGHT = List.of(false, false, true, true, false, false, false);

    private final PrintWriter out;
    private final Currency currency;
    private final List<String> head;

    private SuspectLines(PrintWriter out, Currency currency) {
        this.out = out;
        this.currency = currency;
        this.head =
                List.of("point", "day", "value", "at risk (" + currency.word() + ")", "agreement", "state", "reason");
    }

    static void print(PrintWriter out, List<OpenSuspect> suspects, Currency currency) {
        new SuspectLines(out, currency).print(suspects);
    }

    private void print(List<OpenSuspect> suspects) {
        List<List<String>> rows = suspects.stream().map(this::cells).toList();
        int[] widths = widths(rows);
        if (!rows.isEmpty()) {
            out.println(line(widths, head));
        }
        for (int i = 0; i < rows.size(); i++) {
            String line = line(widths, rows.get(i));
            String reasons = rows.get(i).getLast();
            boolean fits = line.length() <= WIDTH;
            out.println(
                    fits
                            ? line
                            : line.substring(0, line.length() - reasons.length())
                                    .stripTrailing());
            wrapped((fits ? "" : reasons + ": ") + words(suspects.get(i)))
                    .forEach(words -> out.println(INDENT + words));
        }
        printSum(suspects);
    }

    private void printSum(List<OpenSuspect> suspects) {
        List<OpenSuspect> waiting = suspects.stream()
                .filter(suspect -> suspect.decision() == null && !suspect.isOvertaken())
                .toList();
        Money atRisk = waiting.stream().map(OpenSuspect::atRisk).reduce(Money.ZERO, Money::plus);
        out.println(Grouped.of(waiting.size()) + " waiting"
                + (waiting.isEmpty()
                        ? ""
                        : ", " + currency.money(atRisk) + " at risk. All that is known of one: suspect"
                                + " show POINT DAY."));
        if (!waiting.isEmpty()) {
            out.println("Decide with suspect accept, suspect correct, suspect reread or suspect estimate.");
        }
    }

    private List<String> cells(OpenSuspect suspect) {
        String byWhom = suspect.reading() instanceof CustomerReading ? " (customer)" : "";
        return List.of(
                suspect.usagePoint(),
                suspect.reading().at().toString(),
                suspect.reading().value() + " " + suspect.unit().symbol() + byWhom,
                currency.amount(suspect.atRisk()),
                suspect.agreement() == null ? "none" : suspect.agreement(),
                SuspectText.state(suspect),
                doubts(suspect).map(SuspectFinding::reason).collect(Collectors.joining(", ")));
    }

    private static String words(OpenSuspect suspect) {
        return doubts(suspect).map(SuspectFinding::found).collect(Collectors.joining("; "))
                + SuspectText.counting(suspect);
    }

    private static Stream<SuspectFinding> doubts(OpenSuspect suspect) {
        return suspect.findings().stream().filter(finding -> !finding.severity().equals(Severity.NOTE.code()));
    }

    private int[] widths(List<List<String>> rows) {
        int[] widths = new int[head.size()];
        for (List<String> row : Stream.concat(Stream.of(head), rows.stream()).toList()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(int[] widths, List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            padded.add(TO_THE_RIGHT.get(i) ? space + cells.get(i) : cells.get(i) + space);
        }
        return String.join("  ", padded).stripTrailing();
    }

    /// Lines that fit beside the indent; a word that is longer stands alone.
    static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
