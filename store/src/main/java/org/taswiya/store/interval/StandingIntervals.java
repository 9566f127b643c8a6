package org.taswiya.store.interval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalJoin;
import org.taswiya.core.interval.IntervalSeries;

/// The rows of one usage point over some days, in the order in which they came.
public final class StandingIntervals {
    private final List<Block> blocks = new ArrayList<>();

    /// A row.
    record Block(long change, List<Long> brought, IntervalSeries series) {}

    StandingIntervals() {}

    void add(Block block) {
        blocks.add(block);
    }

    List<Block> blocks() {
        return blocks;
    }

    /// From the first day that any row has to the last.
    DateRange hull() {
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (Block block : blocks) {
            DateRange days = block.series().days();
            from = days.from().isBefore(from) ? days.from() : from;
            to = days.to().isAfter(to) ? days.to() : to;
        }
        return DateRange.of(from, to);
    }

    /// What the books have of some days: of each day what came last. Empty when they have none of them; of others than
    /// those that they have, all is missing.
    ///
    /// @throws MixedIntervals when some of the days are in intervals of another length, zone or unit than others
    public Optional<IntervalSeries> over(DateRange days) {
        IntervalSeries standing = null;
        for (Part part : parts(days)) {
            IntervalSeries came = part.series().over(part.days());
            standing = standing == null ? came : joined(standing, came, days);
        }
        return Optional.ofNullable(standing).map(found -> found.over(days));
    }

    private static IntervalSeries joined(IntervalSeries standing, IntervalSeries came, DateRange days) {
        return switch (IntervalJoin.of(standing, came, false)) {
            case IntervalJoin.Joined joined -> joined.series();
            case IntervalJoin.Refused refused -> throw new MixedIntervals(days, refused.found());
        };
    }

    /// Days that follow each other and that one row says.
    private record Part(DateRange days, IntervalSeries series) {}

    private List<Part> parts(DateRange days) {
        List<Part> parts = new ArrayList<>();
        LocalDate day = days.from();
        while (day.isBefore(days.to())) {
            int last = last(day);
            LocalDate end = day.plusDays(1);
            while (end.isBefore(days.to()) && last(end) == last) {
                end = end.plusDays(1);
            }
            if (last >= 0) {
                parts.add(new Part(DateRange.of(day, end), blocks.get(last).series()));
            }
            day = end;
        }
        return parts;
    }

    /// Which row says a day, of several the latest; -1 where none does.
    private int last(LocalDate day) {
        int last = -1;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isLater = last < 0 || block.change() > blocks.get(last).change();
            if (isLater && block.series().days().contains(day)) {
                last = i;
            }
        }
        return last;
    }
}
