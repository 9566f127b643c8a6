package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;

/// Meters that are read and billed on the same days make a cycle; a file may have several side by side.
///
/// A cycle's days are those at which a good part of its meters has a period's end. A meter with other days of its own
/// is billed on the cycle's days all the same: on what was read by then.
final class HistoryCycles {
    /// A pattern of the gap that fewer meters than this share have joins the largest one.
    private static final int SHARE_LEAST_PERCENT = 2;

    /// A day counts when this share of a cycle's meters has it.
    private static final int DAY_SHARE_PERCENT = 15;

    private final Map<String, String> cycleOfMeter = new HashMap<>();
    private final List<Round> rounds = new ArrayList<>();

    private HistoryCycles() {}

    static HistoryCycles of(List<MeteredPast> pasts) {
        Map<List<DateRange>, List<MeteredPast>> patterns = new HashMap<>();
        for (MeteredPast past : pasts) {
            patterns.computeIfAbsent(past.gap(), _ -> new ArrayList<>()).add(past);
        }
        List<List<MeteredPast>> groups = new ArrayList<>(patterns.values());
        groups.sort(Comparator.<List<MeteredPast>>comparingInt(group -> -group.size())
                .thenComparing(group -> group.getFirst().gap().toString()));
        List<List<MeteredPast>> kept = new ArrayList<>();
        for (List<MeteredPast> group : groups) {
            if (kept.isEmpty() || group.size() * 100 >= pasts.size() * SHARE_LEAST_PERCENT) {
                kept.add(new ArrayList<>(group));
            } else {
                kept.getFirst().addAll(group);
            }
        }
        HistoryCycles cycles = new HistoryCycles();
        for (int i = 0; i < kept.size(); i++) {
            cycles.add("cycle-" + (char) ('a' + i), kept.get(i));
        }
        cycles.rounds.sort(Comparator.comparing(Round::billTo).thenComparing(Round::cycle));
        return cycles;
    }

    private void add(String name, List<MeteredPast> group) {
        SortedMap<LocalDate, Integer> ends = new TreeMap<>();
        for (MeteredPast past : group) {
            cycleOfMeter.put(past.meter(), name);
            past.periods().forEach(usage -> ends.merge(usage.range().to(), 1, Integer::sum));
        }
        List<DateRange> gap = group.getFirst().gap();
        LocalDate gapEnd = gap.getLast().to();
        List<LocalDate> own = new ArrayList<>();
        ends.forEach((day, meters) -> {
            if (meters * 100 >= group.size() * DAY_SHARE_PERCENT || day.equals(gapEnd)) {
                own.add(day);
            }
        });
        if (!own.getLast().isAfter(gapEnd)) {
            own.add(next(gap.getLast()));
        }
        for (LocalDate day : own) {
            LocalDate gapBegins = gap.getFirst().from();
            boolean inGap = day.isAfter(gapBegins) && !day.isAfter(gapEnd);
            rounds.add(new Round(day, inGap ? gapBegins : day, name, day.isAfter(gapEnd)));
        }
    }

    /// The day on which the period after this one would end: whole months are followed by as many.
    private static LocalDate next(DateRange period) {
        long months = ChronoUnit.MONTHS.between(period.from(), period.to());
        boolean whole = period.from().plusMonths(months).equals(period.to());
        return whole ? period.to().plusMonths(months) : period.to().plusDays(period.days());
    }

    String cycleOf(MeteredPast past) {
        return cycleOfMeter.getOrDefault(past.meter(), "");
    }

    /// All rounds of all cycles, earliest first; the last one of each cycle settles the gap.
    List<Round> rounds() {
        return List.copyOf(rounds);
    }
}
