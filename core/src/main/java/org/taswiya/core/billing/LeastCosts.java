package org.taswiya.core.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The least cost of every number of steps divided over some periods, with all cells where it is to be had.
///
/// A cell is a choice of one straight piece for each period. Where several cells cost the same, all are kept, so that
/// the division closest to another one can be picked afterwards.
final class LeastCosts {

    private final List<List<Line>> curves;
    private final List<Reach> reaches;

    private LeastCosts(List<List<Line>> curves, List<Reach> reaches) {
        this.curves = curves;
        this.reaches = reaches;
    }

    /// A straight piece of a cost curve over the steps `first` to `last`, both included.
    record Line(long first, long last, long cost, long costPerStep) {
        long costAt(long step) {
            return cost + costPerStep * (step - first);
        }
    }

    /// @return null where too many cells cost the same
    static @Nullable LeastCosts of(List<List<Line>> curves, long most) {
        if (curves.stream().anyMatch(curve -> curve.size() > Reach.PIECES_MAX)) {
            return null;
        }
        List<Reach> reaches = Reach.of(curves.getLast());
        for (int i = curves.size() - 2; i >= 0; i--) {
            reaches = Reach.joined(curves.get(i), reaches, curves.size() - 1 - i, most);
            if (reaches.stream().anyMatch(Reach::hasTooManyCells)) {
                return null;
            }
        }
        return new LeastCosts(curves, reaches);
    }

    static Line lineAt(List<Line> curve, long step) {
        for (Line line : curve) {
            if (step <= line.last()) {
                return line;
            }
        }
        throw new IllegalArgumentException("Step " + step + " is beyond the curve");
    }

    /// Of all divisions of the least cost the one with the least total distance from another division, then the one
    /// with more in the earlier period.
    ///
    /// @param other a division of the same steps
    long[] closest(long total, long[] other) {
        Closest closest = new Closest(other);
        Line[] cell = new Line[other.length];
        Reach reach = reachAt(total);
        for (int c = 0; c < reach.cellCount(); c++) {
            for (int i = 0; i < cell.length; i++) {
                cell[i] = curves.get(i).get(Reach.pieceOf(reach.cell(c), cell.length - 1 - i));
            }
            closest.offer(cell, total);
        }
        return closest.steps();
    }

    private Reach reachAt(long total) {
        int low = 0;
        int high = reaches.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (total > reaches.get(middle).last()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return reaches.get(low);
    }

    /// The best division found so far.
    private static final class Closest {
        private final long[] other;
        private long[] best;
        private long[] tried;
        private long bestDistance = Long.MAX_VALUE;

        Closest(long[] other) {
            this.other = other;
            this.best = new long[other.length];
            this.tried = new long[other.length];
        }

        long[] steps() {
            return best;
        }

        /// Tries the closest of the cell's cheapest divisions: each period as near to the other division as the cell
        /// lets it, what is then too little given to the earliest, what is too much taken from the latest.
        void offer(Line[] cell, long total) {
            long margin = marginalCost(cell, total);
            long left = total;
            long distance = 0;
            for (int i = 0; i < cell.length; i++) {
                tried[i] = Math.clamp(other[i], least(cell[i], margin), most(cell[i], margin));
                left -= tried[i];
                distance += Math.abs(tried[i] - other[i]);
            }
            distance += Math.abs(left);
            if (distance <= bestDistance) {
                give(cell, margin, left);
                take(cell, margin, left);
                keep(distance);
            }
        }

        private void give(Line[] cell, long margin, long more) {
            long left = more;
            for (int i = 0; i < cell.length && left > 0; i++) {
                long given = Math.min(left, most(cell[i], margin) - tried[i]);
                tried[i] += given;
                left -= given;
            }
        }

        private void take(Line[] cell, long margin, long less) {
            long left = -less;
            for (int i = cell.length - 1; i >= 0 && left > 0; i--) {
                long taken = Math.min(left, tried[i] - least(cell[i], margin));
                tried[i] -= taken;
                left -= taken;
            }
        }

        private void keep(long distance) {
            if (distance < bestDistance || hasMoreEarlier()) {
                long[] before = best;
                best = tried;
                tried = before;
                bestDistance = distance;
            }
        }

        private boolean hasMoreEarlier() {
            for (int i = 0; i < best.length; i++) {
                if (tried[i] != best[i]) {
                    return tried[i] > best[i];
                }
            }
            return false;
        }
    }

    /// The cost of a step at which a cell filled with the cheapest steps first reaches a total.
    private static long marginalCost(Line[] cell, long total) {
        long least = total;
        for (Line line : cell) {
            least -= line.first();
        }
        for (Line candidate : cell) {
            long cheaper = 0;
            long alike = 0;
            for (Line line : cell) {
                long room = line.last() - line.first();
                if (line.costPerStep() < candidate.costPerStep()) {
                    cheaper += room;
                } else if (line.costPerStep() == candidate.costPerStep()) {
                    alike += room;
                }
            }
            if (cheaper <= least && least <= cheaper + alike) {
                return candidate.costPerStep();
            }
        }
        throw new IllegalStateException("A cell that cannot hold " + total + " steps was kept for them");
    }

    private static long least(Line line, long margin) {
        return line.costPerStep() < margin ? line.last() : line.first();
    }

    private static long most(Line line, long margin) {
        return line.costPerStep() > margin ? line.first() : line.last();
    }
}
