package org.taswiya.cli.document;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.document.CheckedDocument.Difference;
import org.taswiya.cli.document.CheckedDocument.Fault;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.document.CheckedDocument.Unreadable;

/// What checking a document came to, for people: its verdict, and below it everything that is wrong.
public final class CheckedDocumentText {

    private static final int DIFFERENCES_SHOWN_MAX = 20;

    private CheckedDocumentText() {}

    public static String of(CheckedDocument checked) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-11s %s%n", verdict(checked), checked.file()));
        faults(checked).forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    static String verdict(CheckedDocument checked) {
        return switch (checked) {
            case Unreadable _ -> "unreadable";
            case Recomputed recomputed -> recomputed.isEqual() ? "equal" : "differs";
        };
    }

    /// One line for each thing that is wrong; none for an equal one.
    public static List<String> faults(CheckedDocument checked) {
        List<String> lines = new ArrayList<>();
        switch (checked) {
            case Unreadable unreadable ->
                unreadable.faults().stream().map(Fault::message).forEach(lines::add);
            case Recomputed recomputed -> {
                recomputed.faults().stream().map(Fault::message).forEach(lines::add);
                recomputed.differences().stream()
                        .limit(DIFFERENCES_SHOWN_MAX)
                        .map(CheckedDocumentText::line)
                        .forEach(lines::add);
                int more = recomputed.differences().size() - DIFFERENCES_SHOWN_MAX;
                if (more > 0) {
                    lines.add("and " + more + " more; --json lists all");
                }
            }
        }
        return lines;
    }

    private static String line(Difference difference) {
        return difference.path() + ": stated " + difference.stated() + ", recomputed " + difference.recomputed();
    }
}
