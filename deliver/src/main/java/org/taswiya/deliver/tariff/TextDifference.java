package org.taswiya.deliver.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two texts line by line: the fewest lines that went and came so that one became the other, as Myers finds them ("An
/// O(ND) Difference Algorithm and Its Variations", 1986). Where that takes more than [#EDITS_MOST], all between the
/// first and the last line that differ is told as replaced, which is true and costs no time.
///
/// @param lines of both, in order; of a place that changed those that went come first
public record TextDifference(List<Line> lines) {
    static final int EDITS_MOST = 1_000;

    /// So many lines that stayed are shown around one that did not.
    private static final int AROUND = 3;

    /// Fewer lines that stayed are not worth folding.
    private static final int FOLDED_LEAST = 3;

    public TextDifference {
        lines = List.copyOf(lines);
    }

    /// What became of a line.
    public enum Kind {
        STAYED,
        WENT,
        CAME
    }

    /// @param before its number in the first text, from 1; 0 where it is not in it
    /// @param after its number in the second
    public record Line(Kind kind, int before, int after, String text) {}

    /// Lines that follow each other.
    ///
    /// @param isFolded whether all stayed and none is near one that did not
    public record Run(boolean isFolded, List<Line> lines) {
        public Run {
            lines = List.copyOf(lines);
        }
    }

    public static TextDifference of(String before, String after) {
        return of(before.lines().toList(), after.lines().toList());
    }

    private static TextDifference of(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        Told told = new Told(before, after);
        told.stay(head);
        List<Integer> kept = kept(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        for (int i = 0; i < kept.size(); i += 2) {
            told.replaceUpTo(head + kept.get(i), head + kept.get(i + 1));
            told.stay(1);
        }
        told.replaceUpTo(before.size() - tail, after.size() - tail);
        told.stay(tail);
        return new TextDifference(told.lines);
    }

    /// Goes through both texts at once.
    private static final class Told {
        private final List<String> before;
        private final List<String> after;
        private final List<Line> lines = new ArrayList<>();
        private int first;
        private int second;

        Told(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        void stay(int count) {
            for (int i = 0; i < count; i++) {
                lines.add(new Line(Kind.STAYED, first + 1, second + 1, after.get(second)));
                first++;
                second++;
            }
        }

        void replaceUpTo(int firstEnd, int secondEnd) {
            for (; first < firstEnd; first++) {
                lines.add(new Line(Kind.WENT, first + 1, 0, before.get(first)));
            }
            for (; second < secondEnd; second++) {
                lines.add(new Line(Kind.CAME, 0, second + 1, after.get(second)));
            }
        }
    }

    /// The places of the lines that stayed, in the first text and in the second by turns.
    private static List<Integer> kept(List<String> before, List<String> after) {
        int most = Math.min(EDITS_MOST, before.size() + after.size());
        int[] reached = new int[2 * most + 3];
        int middle = most + 1;
        List<int[]> steps = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            steps.add(Arrays.copyOfRange(reached, middle - edits - 1, middle + edits + 2));
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int left = reached[middle + diagonal - 1];
                int above = reached[middle + diagonal + 1];
                int x = isFromAbove(diagonal, edits, left, above) ? above : left + 1;
                while (isSame(before, after, x, x - diagonal)) {
                    x++;
                }
                reached[middle + diagonal] = x;
                if (x >= before.size() && x - diagonal >= after.size()) {
                    return back(steps, before.size(), after.size());
                }
            }
        }
        return List.of();
    }

    private static boolean isFromAbove(int diagonal, int edits, int left, int above) {
        return diagonal == -edits || diagonal != edits && left < above;
    }

    private static boolean isSame(List<String> before, List<String> after, int x, int y) {
        return x < before.size() && y < after.size() && before.get(x).equals(after.get(y));
    }

    /// From the end to the beginning along what was reached with one edit less each time.
    private static List<Integer> back(List<int[]> steps, int firstEnd, int secondEnd) {
        List<Integer> kept = new ArrayList<>();
        int x = firstEnd;
        int y = secondEnd;
        for (int edits = steps.size() - 1; edits >= 0; edits--) {
            int[] reached = steps.get(edits);
            int diagonal = x - y;
            int left = reached[edits + diagonal];
            int above = reached[edits + diagonal + 2];
            boolean isFromAbove = isFromAbove(diagonal, edits, left, above);
            int fromX = edits == 0 ? 0 : isFromAbove ? above : left;
            int fromY = edits == 0 ? 0 : fromX - diagonal + (isFromAbove ? -1 : 1);
            while (x > fromX && y > fromY) {
                x--;
                y--;
                kept.add(y);
                kept.add(x);
            }
            x = fromX;
            y = fromY;
        }
        return kept.reversed();
    }

    /// Whether both say the same in the same lines.
    public boolean isNone() {
        return lines.stream().allMatch(line -> line.kind() == Kind.STAYED);
    }

    /// All lines, run by run: those that stayed are folded but for a few around each that did not.
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Line> shown = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && lines.get(end).kind() == Kind.STAYED) {
                end++;
            }
            int foldedFrom = at == 0 ? 0 : at + AROUND;
            int foldedTo = end == lines.size() ? end : end - AROUND;
            if (foldedTo - foldedFrom >= FOLDED_LEAST) {
                shown.addAll(lines.subList(at, foldedFrom));
                addShown(runs, shown);
                runs.add(new Run(true, lines.subList(foldedFrom, foldedTo)));
                shown.addAll(lines.subList(foldedTo, end));
            } else {
                shown.addAll(lines.subList(at, end));
            }
            for (at = end; at < lines.size() && lines.get(at).kind() != Kind.STAYED; at++) {
                shown.add(lines.get(at));
            }
        }
        addShown(runs, shown);
        return runs;
    }

    private static void addShown(List<Run> runs, List<Line> shown) {
        if (!shown.isEmpty()) {
            runs.add(new Run(false, shown));
            shown.clear();
        }
    }
}
