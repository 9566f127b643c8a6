package org.taswiya.cli.workbench;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.deliver.tariff.TextDifference.Line;
import org.taswiya.deliver.tariff.TextDifference.Run;

/// What a text says otherwise, for a person: both line numbers, a sign, the line.
final class DifferenceText {
    private DifferenceText() {}

    static List<String> lines(Look look, TextDifference text) {
        if (text.isNone()) {
            return List.of("both texts are the same, line by line");
        }
        int width = Integer.toString(text.lines().size()).length();
        List<String> lines = new ArrayList<>();
        for (Run run : text.runs()) {
            if (run.isFolded()) {
                lines.add("  ... " + Grouped.count(run.lines().size(), "line") + " that stayed");
            } else {
                run.lines().forEach(line -> lines.add(line(look, line, width)));
            }
        }
        return lines;
    }

    private static String line(Look look, Line line, int width) {
        String numbers = "  " + number(line.before(), width) + " " + number(line.after(), width);
        return switch (line.kind()) {
            case STAYED -> (numbers + "   " + line.text()).stripTrailing();
            case WENT -> look.strong(numbers + " - " + line.text());
            case CAME -> look.strong(numbers + " + " + line.text());
        };
    }

    private static String number(int number, int width) {
        String digits = number == 0 ? "" : Integer.toString(number);
        return " ".repeat(width - digits.length()) + digits;
    }
}
