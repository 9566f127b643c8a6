package org.taswiya.intake.greenbutton;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the first reading of a file finds out about the blocks that belong together.
final class BlockGroup {
    private List<String> owners = List.of();
    private final long line;
    private final SortedSet<Long> timesOfUse = new TreeSet<>();
    private final long firstEntry;
    private long lastEntry;
    private long count;
    private long firstStart = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;
    private boolean isInOrder = true;

    BlockGroup(AtomEntry entry, long line) {
        this.firstEntry = entry.ordinal();
        this.lastEntry = entry.ordinal();
        this.line = line;
    }

    /// The links of an entry are all known at its end.
    BlockGroup ownedBy(AtomEntry entry) {
        owners = entry.owners();
        return this;
    }

    /// @param interval of the entry; one that cannot be read is counted alone
    void add(Interval interval) {
        count++;
        timesOfUse.add(interval.timeOfUse());
        isInOrder &= interval.start() >= lastEnd && interval.duration() > 0;
        firstStart = Math.min(firstStart, interval.start());
        lastEnd = Math.max(lastEnd, interval.end());
    }

    void addUnread() {
        count++;
    }

    /// Adds what a later entry of the same group brings.
    void add(BlockGroup later) {
        isInOrder &= later.isInOrder && later.firstStart >= lastEnd;
        firstStart = Math.min(firstStart, later.firstStart);
        lastEnd = Math.max(lastEnd, later.lastEnd);
        lastEntry = later.lastEntry;
        count += later.count;
        timesOfUse.addAll(later.timesOfUse);
    }

    /// Adds what another group of the same meter reading brings; who knows in which order.
    void join(BlockGroup other) {
        add(other);
        isInOrder = false;
    }

    List<String> owners() {
        return owners;
    }

    long line() {
        return line;
    }

    long firstEntry() {
        return firstEntry;
    }

    long lastEntry() {
        return lastEntry;
    }

    long count() {
        return count;
    }

    SortedSet<Long> timesOfUse() {
        return timesOfUse;
    }

    boolean isInOrder() {
        return isInOrder;
    }
}
