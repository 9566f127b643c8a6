package org.taswiya.intake.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/// Hands out days and counts them, and counts what is refused.
public final class FeedTally {
    static final int EXAMPLES_OF_A_FAULT = 5;

    private final ObjLongConsumer<FeedDay> each;
    private final Consumer<FeedRefusal> eachRefusal;
    private final Map<FeedFault, Long> refused = new EnumMap<>(FeedFault.class);
    private final List<FeedRefusal> examples = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long days;
    private long intervals;

    public FeedTally(Consumer<FeedDay> each) {
        this((day, _) -> each.accept(day), _ -> {});
    }

    /// @param each is given the days, with the line on which they begin
    /// @param eachRefusal is given every part that is refused, also beyond the examples
    public FeedTally(ObjLongConsumer<FeedDay> each, Consumer<FeedRefusal> eachRefusal) {
        this.each = each;
        this.eachRefusal = eachRefusal;
    }

    public void day(FeedDay day, long line) {
        days++;
        intervals += day.intervals();
        each.accept(day, line);
    }

    public void refuse(FeedRefusal refusal) {
        if (refused.merge(refusal.fault(), 1L, Long::sum) <= EXAMPLES_OF_A_FAULT) {
            examples.add(refusal);
        }
        eachRefusal.accept(refusal);
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    public FeedCount end() {
        return new FeedCount(null, days, intervals, new TreeMap<>(refused), examples, List.copyOf(notes));
    }
}
