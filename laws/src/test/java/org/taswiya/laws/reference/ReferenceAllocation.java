package org.taswiya.laws.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Whole numbers of steps divided by weights, and the best of all divisions by trying every one: `exact.md` 10 and 11.
public final class ReferenceAllocation {

    private ReferenceAllocation() {}

    /// Largest remainder, ties to the earliest; by the fallback's weights when all are zero.
    static long[] byWeights(long steps, List<Ratio> weights, List<Ratio> fallback) {
        Ratio sum = weights.stream().reduce(Ratio.ZERO, Ratio::plus);
        if (sum.signum() == 0) {
            return byWeights(steps, fallback, List.of(Ratio.ONE));
        }
        long[] parts = new long[weights.size()];
        Ratio[] remainders = new Ratio[weights.size()];
        long left = steps;
        for (int i = 0; i < parts.length; i++) {
            Ratio quota = Ratio.of(steps, 1).times(weights.get(i)).over(sum);
            BigInteger whole = quota.floor();
            parts[i] = whole.longValueExact();
            remainders[i] = quota.minus(new Ratio(whole, BigInteger.ONE));
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < parts.length; i++) {
                if (remainders[i].compareTo(remainders[largest]) > 0) {
                    largest = i;
                }
            }
            parts[largest]++;
            remainders[largest] = Ratio.of(-1, 1);
        }
        return parts;
    }

    /// A part of the volume: the steps between two readings that fall into one period.
    ///
    /// @param interval which pair of readings
    /// @param period which period
    record Cell(int interval, int period) {}

    /// What a period costs with a number of steps, in any unit in which costs are whole.
    @FunctionalInterface
    public interface Cost {
        BigInteger of(int period, long steps);
    }

    /// A division with what decides between divisions.
    record Best(BigInteger cost, long distance, List<Long> parts) {}

    /// The search for the best division of every interval's steps over its cells, cells in the order of time.
    ///
    /// Among all, the smallest `cost`, then the smallest sum of distances of periods from `days`, then more in the
    /// earlier period.
    static final class Search {
        private final List<Cell> cells;
        private final long[] steps;
        private final long[] days;
        private final long[] least;
        private final long[] most;
        private final Cost cost;
        private final Map<List<Long>, List<Best>> known = new HashMap<>();

        /// @param steps of each interval
        /// @param days of each period, the division by days
        /// @param least of each period, and `most`: bounds, both included
        Search(List<Cell> cells, long[] steps, long[] days, long[] least, long[] most, Cost cost) {
            this.cells = cells;
            this.steps = steps;
            this.days = days;
            this.least = least;
            this.most = most;
            this.cost = cost;
        }

        /// Steps of each period.
        long[] best() {
            List<Best> best = best(0, steps[cells.getFirst().interval()], 0);
            if (best.isEmpty()) {
                throw new IllegalStateException("No division within bounds");
            }
            return best.getFirst().parts().stream().mapToLong(Long::longValue).toArray();
        }

        /// The best way to go on from a cell with the steps left in its interval and those its period already has;
        /// empty when there is none. `parts` are whole periods, the one of the cell first.
        private List<Best> best(int index, long left, long had) {
            List<Long> key = List.of((long) index, left, had);
            List<Best> answer = known.get(key);
            if (answer == null) {
                Best found = search(index, left, had);
                answer = found == null ? List.of() : List.of(found);
                known.put(key, answer);
            }
            return answer;
        }

        private @Nullable Best search(int index, long left, long had) {
            Cell cell = cells.get(index);
            Cell next = index + 1 < cells.size() ? cells.get(index + 1) : null;
            boolean intervalEnds = next == null || next.interval() != cell.interval();
            boolean periodEnds = next == null || next.period() != cell.period();
            Best best = null;
            int period = cell.period();
            for (long part = intervalEnds ? left : 0; part <= left && had + part <= most[period]; part++) {
                long total = had + part;
                long goesOn = next == null ? 0 : intervalEnds ? steps[next.interval()] : left - part;
                List<Best> rest;
                if (!periodEnds) {
                    rest = best(index + 1, goesOn, total);
                } else if (total < least[period]) {
                    rest = List.of();
                } else if (next == null) {
                    rest = List.of(new Best(BigInteger.ZERO, 0, List.of()));
                } else {
                    rest = best(index + 1, goesOn, 0);
                }
                if (rest.isEmpty()) {
                    continue;
                }
                Best candidate = periodEnds ? with(period, total, rest.getFirst()) : rest.getFirst();
                if (best == null || isBetter(candidate, best)) {
                    best = candidate;
                }
            }
            return best;
        }

        private Best with(int period, long total, Best rest) {
            List<Long> parts = new ArrayList<>(List.of(total));
            parts.addAll(rest.parts());
            return new Best(
                    rest.cost().add(cost.of(period, total)), rest.distance() + Math.abs(total - days[period]), parts);
        }

        private static boolean isBetter(Best candidate, Best best) {
            int byCost = candidate.cost().compareTo(best.cost());
            if (byCost != 0) {
                return byCost < 0;
            }
            if (candidate.distance() != best.distance()) {
                return candidate.distance() < best.distance();
            }
            return compare(candidate.parts(), best.parts()) > 0;
        }
    }

    private static int compare(List<Long> left, List<Long> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = Long.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// The same search for one interval and costs that fit 64 bits, as a table: for volumes that memory of every state
    /// would not hold. Steps of each period, with the least cost, then the least distance from `days`, then more in the
    /// earlier period.
    ///
    /// @param costs for each period, from steps to cost
    public static long[] plainTable(int steps, long[] days, List<LongUnaryOperator> costs) {
        int periods = days.length;
        long[][] bestCost = new long[periods + 1][steps + 1];
        long[][] bestDistance = new long[periods + 1][steps + 1];
        int[][] choice = new int[periods][steps + 1];
        Arrays.fill(bestCost[periods], Long.MAX_VALUE / 4);
        bestCost[periods][0] = 0;
        for (int period = periods - 1; period >= 0; period--) {
            long[] cost = new long[steps + 1];
            for (int part = 0; part <= steps; part++) {
                cost[part] = costs.get(period).applyAsLong(part);
            }
            Arrays.fill(bestCost[period], Long.MAX_VALUE / 2);
            for (int left = 0; left <= steps; left++) {
                for (int part = left; part >= 0; part--) {
                    long total = cost[part] + bestCost[period + 1][left - part];
                    long least = bestCost[period][left];
                    if (total > least) {
                        continue;
                    }
                    long distance = Math.abs(part - days[period]) + bestDistance[period + 1][left - part];
                    if (total < least || distance < bestDistance[period][left]) {
                        bestCost[period][left] = total;
                        bestDistance[period][left] = distance;
                        choice[period][left] = part;
                    }
                }
            }
        }
        long[] parts = new long[periods];
        int left = steps;
        for (int period = 0; period < periods; period++) {
            parts[period] = choice[period][left];
            left -= choice[period][left];
        }
        return parts;
    }
}
