package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.LeastCosts.Line;

/// Sums of steps, `first` to `last`, whose least cost is a straight line and is to be had in the same cells.
final class Reach {

    /// How many pieces a curve may have, so that the pieces of a cell are digits of one number.
    static final int PIECES_MAX = 32;

    private static final int PIECE_BITS = 5;
    private static final int CELLS_MAX = 256;

    private final long first;
    private final long last;
    private final long cost;
    private final long costPerStep;

    /// Ascending. A cell is the pieces of the periods, of the last period in the lowest digit.
    private final long[] cells;

    private Reach(long first, long last, long cost, long costPerStep, long[] cells) {
        this.first = first;
        this.last = last;
        this.cost = cost;
        this.costPerStep = costPerStep;
        this.cells = cells;
    }

    long last() {
        return last;
    }

    int cellCount() {
        return cells.length;
    }

    long cell(int index) {
        return cells[index];
    }

    static int pieceOf(long cell, int periodFromLast) {
        return (int) (cell >>> (PIECE_BITS * periodFromLast)) & (PIECES_MAX - 1);
    }

    boolean hasTooManyCells() {
        return cells.length > CELLS_MAX;
    }

    private long costAt(long step) {
        return cost + costPerStep * (step - first);
    }

    private Reach from(long step) {
        return step == first ? this : new Reach(step, last, costAt(step), costPerStep, cells);
    }

    private Reach upTo(long step) {
        return step == last ? this : new Reach(first, step, cost, costPerStep, cells);
    }

    /// Of the last period alone.
    static List<Reach> of(List<Line> curve) {
        List<Reach> reaches = new ArrayList<>();
        for (int piece = 0; piece < curve.size(); piece++) {
            Line line = curve.get(piece);
            reaches.add(new Reach(line.first(), line.last(), line.cost(), line.costPerStep(), new long[] {piece}));
        }
        return reaches;
    }

    /// Of one period more.
    ///
    /// @param after of the periods after it
    /// @param periodsAfter how many they are
    /// @param most the largest sum that matters
    static List<Reach> joined(List<Line> curve, List<Reach> after, int periodsAfter, long most) {
        List<List<Reach>> candidates = new ArrayList<>();
        for (int piece = 0; piece < curve.size(); piece++) {
            for (Reach rest : after) {
                if (curve.get(piece).first() + rest.first <= most) {
                    long digit = (long) piece << (PIECE_BITS * periodsAfter);
                    candidates.add(joined(curve.get(piece), digit, rest, most));
                }
            }
        }
        return least(candidates, 0, candidates.size());
    }

    private static List<Reach> joined(Line own, long digit, Reach rest, long most) {
        long[] cells = rest.cells.clone();
        for (int i = 0; i < cells.length; i++) {
            cells[i] |= digit;
        }
        boolean ownCheaper = own.costPerStep() <= rest.costPerStep;
        long first = own.first() + rest.first;
        long turn = first + (ownCheaper ? own.last() - own.first() : rest.last - rest.first);
        long last = own.last() + rest.last;
        long low = ownCheaper ? own.costPerStep() : rest.costPerStep;
        long high = ownCheaper ? rest.costPerStep : own.costPerStep();
        long cost = own.cost() + rest.cost;
        if (turn == first) {
            return List.of(new Reach(first, Math.min(last, most), cost, high, cells));
        }
        List<Reach> reaches = new ArrayList<>(2);
        reaches.add(new Reach(first, Math.min(turn, most), cost, low, cells));
        if (turn < Math.min(last, most)) {
            long next = cost + low * (turn - first) + high;
            reaches.add(new Reach(turn + 1, Math.min(last, most), next, high, cells));
        }
        return reaches;
    }

    private static List<Reach> least(List<List<Reach>> candidates, int from, int to) {
        if (to - from == 1) {
            return candidates.get(from);
        }
        int middle = (from + to) >>> 1;
        return least(least(candidates, from, middle), least(candidates, middle, to));
    }

    /// The lesser of two at every step that either has; the cells of both where they are equal.
    private static List<Reach> least(List<Reach> left, List<Reach> right) {
        List<Reach> result = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        Reach a = next(left, i++);
        Reach b = next(right, j++);
        while (a != null || b != null) {
            if (a != null && (b == null || a.first < b.first)) {
                long last = b == null ? a.last : Math.min(a.last, b.first - 1);
                add(result, a.upTo(last));
                a = a.last == last ? next(left, i++) : a.from(last + 1);
            } else if (a == null || Objects.requireNonNull(b).first < a.first) {
                Reach only = Objects.requireNonNull(b);
                long last = a == null ? only.last : Math.min(only.last, a.first - 1);
                add(result, only.upTo(last));
                b = only.last == last ? next(right, j++) : only.from(last + 1);
            } else {
                long last = Math.min(a.last, b.last);
                addLesser(result, a.upTo(last), b.upTo(last));
                a = a.last == last ? next(left, i++) : a.from(last + 1);
                b = b.last == last ? next(right, j++) : b.from(last + 1);
            }
        }
        return result;
    }

    private static @Nullable Reach next(List<Reach> reaches, int index) {
        return index < reaches.size() ? reaches.get(index) : null;
    }

    /// Two straight lines over the same steps are equal everywhere, or at one step at most and change places there.
    private static void addLesser(List<Reach> result, Reach a, Reach b) {
        long more = a.cost - b.cost;
        long morePerStep = a.costPerStep - b.costPerStep;
        if (more == 0 && (morePerStep == 0 || a.first == a.last)) {
            add(result, new Reach(a.first, a.last, a.cost, a.costPerStep, union(a.cells, b.cells)));
            return;
        }
        boolean aBefore = more < 0 || (more == 0 && morePerStep > 0);
        Reach before = aBefore ? a : b;
        Reach after = aBefore ? b : a;
        boolean meet = morePerStep != 0 && (more == 0 || (more < 0) != (morePerStep < 0));
        long steps = meet ? Math.abs(more) / Math.abs(morePerStep) : Long.MAX_VALUE;
        if (steps > a.last - a.first) {
            add(result, before);
            return;
        }
        long meeting = a.first + steps;
        boolean equal = a.costAt(meeting) == b.costAt(meeting);
        addCrossing(result, before, after, meeting, equal);
    }

    private static void addCrossing(List<Reach> result, Reach before, Reach after, long meeting, boolean equal) {
        long lastBefore = equal ? meeting - 1 : meeting;
        if (lastBefore >= before.first) {
            add(result, before.upTo(lastBefore));
        }
        if (equal) {
            long[] cells = union(before.cells, after.cells);
            add(result, new Reach(meeting, meeting, before.costAt(meeting), 0, cells));
        }
        if (meeting < after.last) {
            add(result, after.from(meeting + 1));
        }
    }

    private static void add(List<Reach> result, Reach reach) {
        Reach before = result.isEmpty() ? null : result.getLast();
        if (before != null && reach.continues(before)) {
            result.set(
                    result.size() - 1,
                    new Reach(before.first, reach.last, before.cost, reach.costPerStep, reach.cells));
        } else {
            result.add(reach);
        }
    }

    private boolean continues(Reach before) {
        return before.last + 1 == first
                && before.costPerStep == costPerStep
                && before.costAt(first) == cost
                && Arrays.equals(before.cells, cells);
    }

    private static long[] union(long[] a, long[] b) {
        long[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
