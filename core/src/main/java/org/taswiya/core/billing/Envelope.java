package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The least of many straight pieces at every whole step: cost first, distance second where costs are equal.
///
/// Pieces are kept in order and do not overlap; there may be steps without a piece. Two envelopes are combined piece by
/// piece, so the work depends on how many pieces there are and not on how many steps.
record Envelope(List<Segment> segments) {

    /// Cost and distance along the steps `first` to `last`, both included.
    record Segment(long first, long last, Cost cost, Cost costPerStep, long distance, long distancePerStep) {

        Cost costAt(long step) {
            return step == first ? cost : cost.plus(costPerStep.times(step - first));
        }

        long distanceAt(long step) {
            return distance + distancePerStep * (step - first);
        }

        Segment from(long step) {
            return step == first
                    ? this
                    : new Segment(step, last, costAt(step), costPerStep, distanceAt(step), distancePerStep);
        }

        Segment upTo(long step) {
            return step == last ? this : new Segment(first, step, cost, costPerStep, distance, distancePerStep);
        }

        /// The same piece `steps` further right and dearer by a cost and a distance.
        Segment moved(long steps, Cost costMore, long distanceMore) {
            return new Segment(
                    first + steps,
                    last + steps,
                    cost.plus(costMore),
                    costPerStep,
                    distance + distanceMore,
                    distancePerStep);
        }

        boolean risesNoFasterThan(Segment other) {
            int byCost = costPerStep.compareTo(other.costPerStep);
            return byCost != 0 ? byCost < 0 : distancePerStep <= other.distancePerStep;
        }

        int compareAt(Segment other, long step) {
            int byCost = costAt(step).compareTo(other.costAt(step));
            return byCost != 0 ? byCost : Long.compare(distanceAt(step), other.distanceAt(step));
        }

        private boolean continues(Segment before) {
            return before.last + 1 == first
                    && before.costPerStep.equals(costPerStep)
                    && before.distancePerStep == distancePerStep
                    && before.costAt(first).equals(cost)
                    && before.distanceAt(first) == distance;
        }
    }

    /// The piece at a step, or null where there is none.
    @Nullable Segment at(long step) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Segment segment = segments.get(middle);
            if (step < segment.first()) {
                high = middle - 1;
            } else if (step > segment.last()) {
                low = middle + 1;
            } else {
                return segment;
            }
        }
        return null;
    }

    /// Only the steps `first` to `last`, both included.
    Envelope within(long first, long last) {
        if (!segments.isEmpty()
                && first <= segments.getFirst().first()
                && segments.getLast().last() <= last) {
            return this;
        }
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : segments) {
            long start = Math.max(first, segment.first());
            long end = Math.min(last, segment.last());
            if (start <= end) {
                kept.add(segment.from(start).upTo(end));
            }
        }
        return new Envelope(kept);
    }

    /// The least over all ways to divide a sum of steps between this and another: over every two pieces of theirs.
    ///
    /// @param most the largest sum that matters
    Envelope joined(Envelope other, long most) {
        List<Envelope> candidates = new ArrayList<>();
        for (Segment own : segments) {
            for (Segment rest : other.segments) {
                if (own.first() + rest.first() <= most) {
                    candidates.add(joined(own, rest).within(0, most));
                }
            }
        }
        return candidates.isEmpty() ? new Envelope(List.of()) : least(candidates, 0, candidates.size());
    }

    /// Of two straight pieces joined end to end the least runs along the one that rises less, then along the other.
    private static Envelope joined(Segment a, Segment b) {
        Segment slower = a.risesNoFasterThan(b) ? a : b;
        Segment faster = a.risesNoFasterThan(b) ? b : a;
        Segment start = slower.moved(faster.first(), faster.cost(), faster.distance());
        Segment rest = faster.moved(slower.last(), slower.costAt(slower.last()), slower.distanceAt(slower.last()));
        return new Envelope(rest.first() == rest.last() ? List.of(start) : List.of(start, rest.from(rest.first() + 1)));
    }

    private static Envelope least(List<Envelope> envelopes, int from, int to) {
        if (to - from == 1) {
            return envelopes.get(from);
        }
        int middle = (from + to) >>> 1;
        return least(envelopes, from, middle).least(least(envelopes, middle, to));
    }

    /// The lesser of this and another at every step that either has.
    Envelope least(Envelope other) {
        List<Segment> result = new ArrayList<>(segments.size() + other.segments.size());
        int i = 0;
        int j = 0;
        Segment a = next(segments, i++);
        Segment b = next(other.segments, j++);
        while (a != null || b != null) {
            if (a != null && (b == null || a.last() < b.first())) {
                add(result, a);
                a = next(segments, i++);
            } else if (a == null || Objects.requireNonNull(b).last() < a.first()) {
                add(result, Objects.requireNonNull(b));
                b = next(other.segments, j++);
            } else if (a.first() < b.first()) {
                add(result, a.upTo(b.first() - 1));
                a = a.from(b.first());
            } else if (b.first() < a.first()) {
                add(result, b.upTo(a.first() - 1));
                b = b.from(a.first());
            } else {
                long last = Math.min(a.last(), b.last());
                addLesser(result, a.upTo(last), b.upTo(last));
                a = a.last() == last ? next(segments, i++) : a.from(last + 1);
                b = b.last() == last ? next(other.segments, j++) : b.from(last + 1);
            }
        }
        return new Envelope(result);
    }

    private static @Nullable Segment next(List<Segment> segments, int index) {
        return index < segments.size() ? segments.get(index) : null;
    }

    /// Two straight pieces over the same steps change places at most once.
    private static void addLesser(List<Segment> result, Segment a, Segment b) {
        boolean aFirst = a.compareAt(b, a.first()) <= 0;
        boolean aLast = a.compareAt(b, a.last()) <= 0;
        if (aFirst == aLast) {
            add(result, aFirst ? a : b);
            return;
        }
        long low = a.first();
        long high = a.last();
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (a.compareAt(b, middle) <= 0 == aFirst) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Segment left = aFirst ? a : b;
        Segment right = aFirst ? b : a;
        add(result, left.upTo(low));
        add(result, right.from(high));
    }

    private static void add(List<Segment> result, Segment segment) {
        if (!result.isEmpty() && segment.continues(result.getLast())) {
            Segment before = result.removeLast();
            result.add(before.upTo(segment.last()));
        } else {
            result.add(segment);
        }
    }
}
