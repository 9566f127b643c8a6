package org.taswiya.intake.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Hands out days and counts them, and counts what is refused.
public final class FeedTally {
    static final int EXAMPLES_OF_A_FAULT = 5;

    private final Consumer<FeedDay> each;
    private final Map<FeedFault, Long> refused = new EnumMap<>(FeedFault.class);
    private final List<FeedRefusal> examples = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long days;
    private long intervals;

    public FeedTally(Consumer<FeedDay> each) {
        this.each = each;
    }

    public void day(FeedDay day) {
        days++;
        intervals += day.intervals();
        each.accept(day);
    }

    public void refuse(FeedRefusal refusal) {
        if (refused.merge(refusal.fault(), 1L, Long::sum) <= EXAMPLES_OF_A_FAULT) {
            examples.add(refusal);
        }
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    public FeedCount end() {
        return new FeedCount(null, days, intervals, new TreeMap<>(refused), examples, List.copyOf(notes));
    }
}
